import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface ShownPhone {
  /** As people of its country write it: 300 1112233. */
  national: string;
  /** ISO 3166, where the number says it. */
  country: string | undefined;
  /** +57 300 1112233 */
  international: string;
}

/** How a number is shown; one that cannot be read as it is. WhatsApp writes numbers without the plus. */
export function showPhone(number: string): ShownPhone {
  const withPlus = /^\d{6,}$/.test(number) ? `+${number}` : number;
  const parsed = parsePhoneNumberFromString(withPlus);
  if (!parsed) return { national: number, country: undefined, international: number };
  return {
    national: parsed.formatNational(),
    country: parsed.country,
    international: parsed.formatInternational(),
  };
}
