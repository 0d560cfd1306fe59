import { parseZonedDateTime } from '@internationalized/date';
import { expect, it } from 'vitest';
import { snoozeChoices } from './snooze';

const choices = (at: string) =>
  Object.fromEntries(
    snoozeChoices('America/Bogota', parseZonedDateTime(`${at}[America/Bogota]`)).map(({ id, until }) => [
      id,
      until.toISOString(),
    ]),
  );

it('offers times by the clock of the person', () => {
  expect(choices('2026-03-04T22:30')).toEqual({
    later: '2026-03-05T06:30:00.000Z',
    tomorrow: '2026-03-05T14:00:00.000Z',
    monday: '2026-03-09T14:00:00.000Z',
  });
});

it('means the next Monday on a Monday', () => {
  expect(choices('2026-03-09T08:00').monday).toBe('2026-03-16T14:00:00.000Z');
});
