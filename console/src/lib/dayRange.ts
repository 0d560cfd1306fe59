/*
 * Days of a person's or tenant's time zone as instants: where a day begins is a matter of the zone and of the date.
 */

function offsetMinutes(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const there = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((there - Math.floor(at / 1000) * 1000) / 60_000);
}

/** When a day (2026-03-02) begins in a zone. Where its midnight does not exist, the first moment that does. */
export function startOfDay(day: string, zone: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`);
  const first = wall - offsetMinutes(zone, wall) * 60_000;
  const settled = wall - offsetMinutes(zone, first) * 60_000;
  return new Date(dayIn(zone, new Date(settled)) === day ? settled : first).toISOString();
}

/** When the day after begins: what happened on the day is before. */
export function endOfDay(day: string, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return startOfDay(next, zone);
}

/** The day that it is in a zone. */
export function dayIn(zone: string, at: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}
