import { useTranslation } from 'react-i18next';
import { useLocale } from '@/i18n';
import { useFormats } from '@/lib/format';

export interface Amounts {
  /** What is counted. */
  metric: (code: string) => string;
  /** How much: storage in bytes, the rest in pieces. */
  amount: (code: string, value: number) => string;
  ofAmount: (code: string, used: number, size: number) => string;
}

export function useAmounts(): Amounts {
  const { t, i18n } = useTranslation('usage');
  const { number } = useFormats();
  const { locale } = useLocale();
  const amount = (code: string, value: number) =>
    code === 'storage' ? storage(value, locale) : number(value);
  return {
    metric: (code) =>
      i18n.exists(`usage:metrics.${code}`) ? t(`metrics.${code}` as 'metrics.members') : code,
    amount,
    ofAmount: (code, used, size) => t('of', { used: amount(code, used), size: amount(code, size) }),
  };
}

/** Plans count in powers of 1024: 20 GB of a plan are 20 GB here. */
export function storage(bytes: number, locale: string): string {
  const units = ['megabyte', 'gigabyte', 'terabyte'] as const;
  const step = bytes < 1024 ** 3 ? 0 : bytes < 1024 ** 4 ? 1 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1024 ** (step + 2));
}
