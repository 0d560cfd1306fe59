/*
 * Durations of ISO 8601 as the API writes them (PT72H, P30D), as an amount of one unit that people think in.
 */
export const UNITS = ['minutes', 'hours', 'days'] as const;
export type Unit = (typeof UNITS)[number];

export interface Amount {
  amount: number;
  unit: Unit;
}

const MINUTES: Record<Unit, number> = { minutes: 1, hours: 60, days: 1440 };

/** In the largest unit that it is whole in; undefined for what is none, or not whole in minutes. */
export function parseDuration(iso: string): Amount | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!match || iso === 'P' || iso.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
  const total =
    (days ?? 0) * MINUTES.days + (hours ?? 0) * MINUTES.hours + (minutes ?? 0) + (seconds ?? 0) / 60;
  if (!Number.isInteger(total)) return undefined;
  if (total === 0) return { amount: 0, unit: 'hours' };
  const unit = UNITS.findLast((one) => total % MINUTES[one] === 0) ?? 'minutes';
  return { amount: total / MINUTES[unit], unit };
}

/** A duration of the clock: days are 24 hours. */
export function durationOf({ amount, unit }: Amount): string {
  const minutes = amount * MINUTES[unit];
  if (minutes % 60 === 0) return `PT${minutes / 60}H`;
  return `PT${minutes}M`;
}

/** A period of the calendar, in days. */
export function periodOf(days: number): string {
  return `P${days}D`;
}
