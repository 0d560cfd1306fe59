import { endOfDay } from '@/lib/dayRange';

/** A key works through the day that was chosen, by the clock of the one who chose it. None: it never expires. */
export function expiryOf(day: string, zone: string): { expiresAt?: string } {
  return day === '' ? {} : { expiresAt: endOfDay(day, zone) };
}
