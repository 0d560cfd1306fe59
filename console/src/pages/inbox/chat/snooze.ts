import { now, startOfWeek, toCalendarDateTime, toZoned, type ZonedDateTime } from '@internationalized/date';

export interface SnoozeChoice {
  id: 'later' | 'tomorrow' | 'monday';
  until: Date;
}

const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 };

/** What is offered, by the clock that the person reads. */
export function snoozeChoices(timeZone: string, at: ZonedDateTime = now(timeZone)): SnoozeChoice[] {
  const morning = (day: ZonedDateTime) => toZoned(toCalendarDateTime(day).set(MORNING), timeZone).toDate();
  return [
    { id: 'later', until: at.add({ hours: 3 }).toDate() },
    { id: 'tomorrow', until: morning(at.add({ days: 1 })) },
    // German weeks begin on Mondays.
    { id: 'monday', until: morning(startOfWeek(at, 'de').add({ weeks: 1 })) },
  ];
}
