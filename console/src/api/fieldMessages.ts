import i18n from 'i18next';

/** What the API says of fields, in English, by the words for it that we have in each language. */
const KNOWN: readonly [RegExp, string][] = [
  [/^must not be (blank|null|empty)$/, 'required'],
  [/^must be chosen/, 'passwordNeeded'],
  [/^must be an e-mail address/, 'email'],
  [/^must be a phone number/, 'phone'],
  [/^must begin with \+ and the country code/, 'phoneCountry'],
  [/^must be (an IANA|a time zone)/, 'timezone'],
  [/^must be an object of at most 100 attributes/, 'attributes'],
  [/^must be a (BCP 47|language)/, 'language'],
  [/^must be a country|ISO 3166/, 'country'],
  [/^(size|length) must be between (?<min>\d+) and (?<max>\d+)$/, 'size'],
  [/^must be 3 to 63 of/, 'slug'],
  [/^has a rule already$/, 'ruleTwice'],
  [/^must be in the future/, 'future'],
];

export function fieldMessage(message: string): string {
  for (const [pattern, key] of KNOWN) {
    const match = pattern.exec(message);
    if (match)
      return i18n.t(`problems:fields.${key}` as 'problems:fields.required', {
        min: match.groups?.min,
        max: match.groups?.max,
      });
  }
  return message;
}

const PASSWORD: readonly [RegExp, string][] = [
  [/minimum length (?<count>\d+)/, 'short'],
  [/maximum length (?<count>\d+)/, 'long'],
  [/equal to the (username|email)/, 'address'],
  [/last (?<count>\d+) passwords|password history/i, 'history'],
  [/at least (?<count>\d+) numerical/, 'digits'],
  [/at least (?<count>\d+) lower/, 'lower'],
  [/at least (?<count>\d+) upper/, 'upper'],
  [/at least (?<count>\d+) special/, 'special'],
  [/blacklisted/, 'known'],
];

/** Why a password was refused, as its policy says it. */
export function passwordMessage(detail: string | undefined): string {
  for (const [pattern, key] of PASSWORD) {
    const match = pattern.exec(detail ?? '');
    if (match) {
      const count = Number(match.groups?.count);
      return i18n.t(
        `problems:password.${key}` as 'problems:password.short',
        Number.isNaN(count) ? {} : { count },
      );
    }
  }
  return detail ?? i18n.t('problems:password.refused');
}
