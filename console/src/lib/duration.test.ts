import { expect, it } from 'vitest';
import { durationOf, parseDuration, periodOf } from './duration';

it('reads a duration in the largest unit that it is whole in', () => {
  expect(parseDuration('PT72H')).toEqual({ amount: 3, unit: 'days' });
  expect(parseDuration('PT90M')).toEqual({ amount: 90, unit: 'minutes' });
  expect(parseDuration('PT5H')).toEqual({ amount: 5, unit: 'hours' });
  expect(parseDuration('P30D')).toEqual({ amount: 30, unit: 'days' });
  expect(parseDuration('P1DT2H')).toEqual({ amount: 26, unit: 'hours' });
  expect(parseDuration('PT0S')).toEqual({ amount: 0, unit: 'hours' });
});

it('reads nothing into what is no duration', () => {
  expect(parseDuration('P')).toBeUndefined();
  expect(parseDuration('PT')).toBeUndefined();
  expect(parseDuration('P1M')).toBeUndefined();
  expect(parseDuration('PT30S')).toBeUndefined();
  expect(parseDuration('3 days')).toBeUndefined();
});

it('writes what it has read', () => {
  expect(durationOf({ amount: 3, unit: 'days' })).toBe('PT72H');
  expect(durationOf({ amount: 90, unit: 'minutes' })).toBe('PT90M');
  expect(durationOf({ amount: 0, unit: 'hours' })).toBe('PT0H');
  expect(periodOf(7)).toBe('P7D');
});
