import { expect, it } from 'vitest';
import { dayIn, endOfDay, startOfDay } from './dayRange';

it('begins a day where its zone does', () => {
  expect(startOfDay('2026-03-02', 'America/Bogota')).toBe('2026-03-02T05:00:00.000Z');
  expect(endOfDay('2026-03-02', 'America/Bogota')).toBe('2026-03-03T05:00:00.000Z');
  expect(startOfDay('2026-03-02', 'Asia/Kolkata')).toBe('2026-03-01T18:30:00.000Z');
  expect(startOfDay('2026-03-02', 'UTC')).toBe('2026-03-02T00:00:00.000Z');
});

it('knows days that are shorter or longer', () => {
  // Madrid, when summer time begins and ends.
  expect(startOfDay('2026-03-29', 'Europe/Madrid')).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Madrid')).toBe('2026-03-29T22:00:00.000Z');
  expect(endOfDay('2026-10-25', 'Europe/Madrid')).toBe('2026-10-25T23:00:00.000Z');
});

it('begins with the first moment where midnight does not exist', () => {
  // Santiago's clocks go from 24:00 to 1:00.
  expect(startOfDay('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
});

it('says which day it is elsewhere', () => {
  expect(dayIn('America/Bogota', new Date('2026-03-02T03:00:00Z'))).toBe('2026-03-01');
});
