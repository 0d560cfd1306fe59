import { expect, it } from 'vitest';
import { endOf, faultOf, nextInterval, shownEnd, toSend } from './hours';

it('finds what is wrong with a day', () => {
  expect(faultOf([])).toBeUndefined();
  expect(faultOf([{ from: '09:00', to: '13:00' }])).toBeUndefined();
  expect(faultOf([{ from: '', to: '13:00' }])).toBe('incomplete');
  expect(faultOf([{ from: '13:00', to: '09:00' }])).toBe('backwards');
  expect(
    faultOf([
      { from: '12:00', to: '18:00' },
      { from: '09:00', to: '13:00' },
    ]),
  ).toBe('overlap');
});

it('lets intervals meet, and days end with midnight', () => {
  expect(
    faultOf([
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ]),
  ).toBeUndefined();
  expect(endOf(shownEnd('24:00'))).toBe('24:00');
  expect(endOf('18:30')).toBe('18:30');
});

it('adds an interval that does not overlap', () => {
  expect(nextInterval([])).toEqual({ from: '09:00', to: '18:00' });
  expect(nextInterval([{ from: '09:00', to: '13:00' }])).toEqual({ from: '14:00', to: '16:00' });
  expect(nextInterval([{ from: '09:00', to: '21:30' }])).toEqual({ from: '22:00', to: '24:00' });
});

it('sends days and holidays in order', () => {
  const sent = toSend({
    weekly: {
      monday: [
        { from: '14:00', to: '18:00' },
        { from: '09:00', to: '13:00' },
      ],
    },
    holidays: [{ date: '2026-12-25' }, { date: '2026-01-01' }],
  });
  expect(sent.weekly.monday?.[0]?.from).toBe('09:00');
  expect(sent.weekly.sunday).toEqual([]);
  expect(sent.holidays?.map(({ date }) => date)).toEqual(['2026-01-01', '2026-12-25']);
});
