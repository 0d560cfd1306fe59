import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { createStore, useStore } from '@/lib/store';
import { kept } from '@/lib/storage';

/*
 * Words are in locales/<language>/<namespace>.json, one namespace a page beside `common` and `problems`, and come as
 * chunks of their own: useTranslation('contacts') waits for them by Suspense.
 */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'tertulia.language';
const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });

const backend = {
  type: 'backend' as const,
  init() {
    // Nothing to prepare.
  },
  read(
    language: string,
    namespace: string,
    done: (failure: unknown, words: Record<string, unknown> | null) => void,
  ) {
    const file = files[`../locales/${language}/${namespace}.json`];
    if (!file) {
      done(new Error(`No words for ${language}/${namespace}`), null);
      return;
    }
    file().then(
      (words) => done(null, words),
      (failure: unknown) => done(failure, null),
    );
  },
};

function isLanguage(language: string | undefined): language is Language {
  return LANGUAGES.some((known) => known === language);
}

/** The language of a tag such as es-MX, where we speak it. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return isLanguage(language) ? language : undefined;
}

export function currentLanguage(): Language {
  return languageOf(i18n.resolvedLanguage ?? i18n.language) ?? 'en';
}

/** The tags that the person and the tenant prefer; the first one of the language spoken says how dates look. */
const preferredTags = createStore<readonly string[]>([]);
const timeZone = createStore<string | undefined>(undefined);

export async function startI18n(): Promise<void> {
  const language =
    languageOf(kept.get(KEPT)) ??
    navigator.languages.map(languageOf).find((known) => known !== undefined) ??
    'en';
  i18n.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: [...LANGUAGES],
      fallbackLng: false,
      ns: ['common', 'problems'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
  document.documentElement.lang = language;
}

/** Speaks this from now on, in this browser. */
export async function speak(language: Language): Promise<void> {
  kept.set(KEPT, language);
  await i18n.changeLanguage(language);
}

/**
 * Goes by what the person settled in their profile, unless this browser was told otherwise. The tenant's tag says how
 * dates look where its language is spoken, and not which language a person speaks.
 */
export async function preferLocales(
  own: string | undefined,
  tenant: string | undefined,
  zone: string | undefined,
): Promise<void> {
  preferredTags.set([own, tenant].filter((tag) => tag !== undefined));
  timeZone.set(zone);
  const language = languageOf(own);
  if (kept.get(KEPT) === null && language && language !== currentLanguage())
    await i18n.changeLanguage(language);
}

/** How dates and numbers are written: the preferred region of the language that is spoken. */
export function localeFor(language: Language, tags: readonly string[]): string {
  return [...tags, ...navigator.languages].find((tag) => languageOf(tag) === language) ?? language;
}

export function useLocale(): { language: Language; locale: string; timeZone: string | undefined } {
  const tags = useStore(preferredTags);
  const zone = useStore(timeZone);
  const language = currentLanguage();
  return { language, locale: localeFor(language, tags), timeZone: zone };
}
