import { expect, it } from 'vitest';
import { formats } from './format';

const now = () => new Date('2026-03-10T15:00:00Z');
const english = formats({
  locale: 'en-GB',
  timeZone: 'America/Bogota',
  today: 'Today',
  yesterday: 'Yesterday',
  now,
});

it('shows the clock of the time zone', () => {
  expect(english.time('2026-03-10T15:05:00Z')).toBe('10:05');
});

it('says of a moment in a list how long ago it was, as shortly as it can', () => {
  expect(english.when('2026-03-10T05:01:00Z')).toBe('00:01');
  expect(english.when('2026-03-10T04:59:00Z')).toBe('Yesterday');
  expect(english.when('2026-03-06T12:00:00Z')).toBe('Fri');
  expect(english.when('2026-01-06T12:00:00Z')).toBe('6 Jan');
  expect(english.when('2025-01-06T12:00:00Z')).toBe('6 Jan 2025');
});

it('begins a day by the clock of the time zone', () => {
  expect(english.dayKey('2026-03-10T04:59:00Z')).toBe('2026-03-09');
  expect(english.day('2026-03-10T05:00:00Z')).toBe('Today');
  expect(english.day('2026-03-09T12:00:00Z')).toBe('Yesterday');
  expect(english.day('2026-03-02T12:00:00Z')).toBe('Monday 2 March');
});

it('writes sizes and times as the language does', () => {
  const spanish = formats({ locale: 'es', timeZone: 'UTC', today: 'Hoy', yesterday: 'Ayer', now });
  expect(spanish.bytes(1_250_000)).toBe('1,3 MB');
  expect(spanish.relative('2026-03-10T17:00:00Z')).toBe('dentro de 2 horas');
  expect(english.relative('2026-03-10T14:55:00Z')).toBe('5 minutes ago');
});
