import type { Option } from '@/ui';

/** ISO 3166-1 alpha-2. Browsers know what they are called, and not which there are. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Languages that organisations write in, with the regions whose dates and numbers differ. */
const LANGUAGE_TAGS = [
  ...[
    'es',
    'es-AR',
    'es-BO',
    'es-CL',
    'es-CO',
    'es-CR',
    'es-DO',
    'es-EC',
    'es-ES',
    'es-GT',
    'es-HN',
    'es-MX',
  ],
  ...['es-NI', 'es-PA', 'es-PE', 'es-PR', 'es-PY', 'es-SV', 'es-US', 'es-UY', 'es-VE'],
  ...['en', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-US', 'en-ZA'],
  ...['ar', 'ca', 'de', 'eu', 'fr', 'gl', 'it', 'nl', 'pt-BR', 'pt-PT'],
];

function byLabel(locale: string): (a: Option, b: Option) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(a.label, b.label);
}

export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

export function countryOptions(locale: string): Option[] {
  return COUNTRIES.map((id) => ({ id, label: countryName(id, locale) })).sort(byLabel(locale));
}

export function languageName(tag: string, locale: string): string {
  try {
    const name =
      new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return tag;
  }
}

/** With `current`, which may be another that an API caller chose. */
export function languageOptions(locale: string, current?: string): Option[] {
  const tags = new Set(LANGUAGE_TAGS);
  if (current) tags.add(current);
  return [...tags].map((id) => ({ id, label: languageName(id, locale) })).sort(byLabel(locale));
}

/** How far a zone is from UTC at a moment: "GMT-5". */
export function offsetOf(zone: string, at: Date = new Date()): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      timeZoneName: 'shortOffset',
    }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

/** Zones as people look for them: the city first, then where it is and how far from UTC. */
export function timeZoneOptions(current?: string): Option[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  if (current) zones.add(current);
  return [...zones].map((id) => ({ id, label: zoneLabel(id) }));
}

function zoneLabel(zone: string): string {
  const name = zone.replaceAll('_', ' ');
  const offset = offsetOf(zone);
  return offset && zone !== 'UTC' ? `${name} (${offset})` : name;
}

/** Where a browser is, as far as it tells: by its time zone, else by the region of its language. */
export function guessCountry(
  zone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
  languages: readonly string[] = navigator.languages,
): string | undefined {
  const byZone = COUNTRIES.filter((code) => zonesOf(code).includes(zone));
  const regions = languages.map(regionOf).filter((region) => region !== undefined);
  return (
    byZone.find((code) => regions.includes(code)) ??
    byZone[0] ??
    regions.find((region) => COUNTRIES.includes(region))
  );
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

/** Not every browser knows which zones a country has. */
function zonesOf(code: string): readonly string[] {
  const place = new Intl.Locale(`und-${code}`) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined;
    timeZones?: string[];
  };
  return place.getTimeZones?.() ?? place.timeZones ?? [];
}

/** The browser's language as an organisation would write it: with its country, where we know one. */
export function guessLocale(language: string, country: string | undefined): string {
  return country ? `${language}-${country}` : language;
}
