/*
 * Business hours: intervals a weekday by the clock of the tenant's zone; 24:00 ends a day, over midnight are two.
 */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Interval {
  from: string;
  to: string;
}

export interface Holiday {
  date: string;
  name?: string;
  /** Absent: closed all day. */
  hours?: Interval[];
}

export interface BusinessHours {
  weekly: Partial<Record<Weekday, Interval[]>>;
  holidays?: Holiday[];
}

export type HoursFault = 'incomplete' | 'backwards' | 'overlap';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the intervals of a day, if anything. */
export function faultOf(intervals: readonly Interval[]): HoursFault | undefined {
  if (intervals.some(({ from, to }) => !TIME.test(from) || (!TIME.test(to) && to !== '24:00'))) {
    return 'incomplete';
  }
  if (intervals.some(({ from, to }) => from >= to)) return 'backwards';
  const sorted = inOrder(intervals);
  const overlaps = sorted.some((interval, at) => {
    const before = sorted[at - 1];
    return before !== undefined && before.to > interval.from;
  });
  return overlaps ? 'overlap' : undefined;
}

export function inOrder(intervals: readonly Interval[]): Interval[] {
  return [...intervals].sort((a, b) => a.from.localeCompare(b.from));
}

/** What comes after the last interval of a day: an hour later, two hours long, if the day has room for it. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const last = inOrder(intervals).at(-1);
  if (!last) return { from: '09:00', to: '18:00' };
  const hour = Math.min(22, Number(last.to.slice(0, 2)) + 1);
  const two = (value: number) => String(value).padStart(2, '0');
  return { from: `${two(hour)}:00`, to: hour + 2 >= 24 ? '24:00' : `${two(hour + 2)}:00` };
}

/** A field for times has no 24:00: the end of a day is shown as 00:00, which as an end can mean nothing else. */
export function shownEnd(to: string): string {
  return to === '24:00' ? '00:00' : to;
}

export function endOf(shown: string): string {
  return shown === '00:00' ? '24:00' : shown;
}

/** As it is sent: each day in order, and only what there is. */
export function toSend(hours: BusinessHours): BusinessHours {
  return {
    weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, inOrder(hours.weekly[day] ?? [])])),
    holidays: [...(hours.holidays ?? [])].sort((a, b) => a.date.localeCompare(b.date)),
  };
}
