import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';

export interface Formats {
  /** 14:05 */
  time: (at: string | Date) => string;
  /** 3 Mar 2026 */
  date: (at: string | Date) => string;
  /** 3 Mar 2026, 14:05 */
  dateTime: (at: string | Date) => string;
  /** For lists: the time today, "Yesterday", the weekday within a week, else the date. */
  when: (at: string | Date) => string;
  /** For lines between days: "Today", "Yesterday", "Monday 2 March". */
  day: (at: string | Date) => string;
  /** Changes when another day begins, for grouping. */
  dayKey: (at: string | Date) => string;
  /** "in 5 minutes", "3 hours ago" */
  relative: (at: string | Date) => string;
  number: (value: number) => string;
  /** 1.2 MB */
  bytes: (value: number) => string;
}

export interface FormatOptions {
  locale: string;
  timeZone: string | undefined;
  today: string;
  yesterday: string;
  now?: () => Date;
}

const DAY = 86_400_000;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export function formats({
  locale,
  timeZone,
  today,
  yesterday,
  now = () => new Date(),
}: FormatOptions): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...zone, ...options });
  const time = of({ timeStyle: 'short' });
  const date = of({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortDate = of({ day: 'numeric', month: 'short' });
  const dateTime = of({ dateStyle: 'medium', timeStyle: 'short' });
  const weekday = of({ weekday: 'short' });
  const day = of({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfYear = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const key = new Intl.DateTimeFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const asDate = (at: string | Date) => (typeof at === 'string' ? new Date(at) : at);
  const dayKey = (at: string | Date) => key.format(asDate(at));
  const daysAgo = (at: Date) => Math.round((Date.parse(dayKey(now())) - Date.parse(dayKey(at))) / DAY);
  return {
    time: (at) => time.format(asDate(at)),
    date: (at) => date.format(asDate(at)),
    dateTime: (at) => dateTime.format(asDate(at)),
    when: (at) => {
      const then = asDate(at);
      const ago = daysAgo(then);
      if (ago <= 0) return time.format(then);
      if (ago === 1) return yesterday;
      if (ago < 7) return weekday.format(then);
      return then.getFullYear() === now().getFullYear() ? shortDate.format(then) : date.format(then);
    },
    day: (at) => {
      const then = asDate(at);
      const ago = daysAgo(then);
      if (ago === 0) return today;
      if (ago === 1) return yesterday;
      return (then.getFullYear() === now().getFullYear() ? day : dayOfYear).format(then);
    },
    dayKey,
    relative: (at) => {
      const distance = asDate(at).getTime() - now().getTime();
      const [unit, size] = STEPS.find(([, length]) => Math.abs(distance) >= length) ?? ['minute', 60_000];
      return relative.format(Math.round(distance / size), unit);
    },
    number: (value) => number.format(value),
    bytes: (value) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: units[step] ?? 'byte',
        unitDisplay: 'short',
        maximumFractionDigits: step === 0 ? 0 : 1,
      }).format(value / 1000 ** step);
    },
  };
}

/** Dates and numbers as this person reads them, in their time zone or the tenant's. */
export function useFormats(): Formats {
  const { locale, timeZone } = useLocale();
  const { t } = useTranslation();
  const today = t('time.today');
  const yesterday = t('time.yesterday');
  return useMemo(() => formats({ locale, timeZone, today, yesterday }), [locale, timeZone, today, yesterday]);
}

/** By the clock of the tenant, for what its days are counted by. */
export function useFormatsOfTenant(): Formats {
  const { locale } = useLocale();
  const { tenant } = usePerson();
  const { t } = useTranslation();
  const today = t('time.today');
  const yesterday = t('time.yesterday');
  return useMemo(
    () => formats({ locale, timeZone: tenant.timezone, today, yesterday }),
    [locale, tenant.timezone, today, yesterday],
  );
}
