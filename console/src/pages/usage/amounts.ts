import { useTranslation } from 'react-i18next';
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
  const { number, bytes } = useFormats();
  const amount = (code: string, value: number) => (code === 'storage' ? bytes(value) : number(value));
  return {
    metric: (code) =>
      i18n.exists(`usage:metrics.${code}`) ? t(`metrics.${code}` as 'metrics.members') : code,
    amount,
    ofAmount: (code, used, size) => t('of', { used: amount(code, used), size: amount(code, size) }),
  };
}
