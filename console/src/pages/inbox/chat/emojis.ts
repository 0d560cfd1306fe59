import type { CompactEmoji } from 'emojibase';
import type { Language } from '@/i18n';

export interface Emoji {
  sign: string;
  name: string;
  /** Where it stands: 0 smileys … 9 flags. */
  group: number;
  words: string;
}

const data: Record<Language, () => Promise<{ default: CompactEmoji[] }>> = {
  en: () => import('emojibase-data/en/compact.json'),
  es: () => import('emojibase-data/es/compact.json'),
};

const loaded = new Map<Language, Promise<readonly Emoji[]>>();

/** All emojis with their names in a language, from our own files, once asked for. */
export function loadEmojis(language: Language): Promise<readonly Emoji[]> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = data[language]().then(({ default: all }) =>
    all
      // Parts of emojis, such as skin tones, are no emojis.
      .filter(({ group }) => group !== undefined && group !== 2)
      .map(({ unicode, label, group = 0, tags = [] }) => ({
        sign: unicode,
        name: label,
        group,
        words: plain([label, ...tags].join(' ')),
      })),
  );
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
}

/** Without accents and capitals, for searching. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function searchEmojis(all: readonly Emoji[], words: string): readonly Emoji[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return all.filter((emoji) => wanted.every((word) => emoji.words.includes(word)));
}
