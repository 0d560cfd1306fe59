import { expect, it } from 'vitest';
import { LANGUAGES, languageOf, localeFor } from '.';

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', {
  import: 'default',
  eager: true,
});

function keys(words: Record<string, unknown>, under = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keys(value as Record<string, unknown>, `${under}${key}.`)
      : // Languages have plurals of their own: English two, Spanish three.
        [`${under}${key}`.replace(/_(zero|one|two|few|many|other)$/, '')],
  );
}

const namespaces = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1) ?? ''))];

it.each(namespaces)('has the same keys in all languages: %s', (namespace) => {
  const [first, ...others] = LANGUAGES.map((language) =>
    [...new Set(keys(files[`../locales/${language}/${namespace}`] ?? {}))].sort(),
  );
  for (const other of others) expect(other).toEqual(first);
});

it.each(namespaces)('fills the same holes in all languages: %s', (namespace) => {
  const holes = LANGUAGES.map((language) => {
    const text = JSON.stringify(files[`../locales/${language}/${namespace}`]);
    return [...new Set(text.match(/{{\w+}}/g))].sort();
  });
  for (const other of holes) expect(other).toEqual(holes[0]);
});

it('knows a language by the tag of a region', () => {
  expect(languageOf('es-MX')).toBe('es');
  expect(languageOf('EN')).toBe('en');
  expect(languageOf('pt-BR')).toBeUndefined();
});

it('writes dates as the region of the language that is spoken does', () => {
  expect(localeFor('es', ['en-GB', 'es-CO'])).toBe('es-CO');
  expect(localeFor('es', [])).toMatch(/^es/);
});
