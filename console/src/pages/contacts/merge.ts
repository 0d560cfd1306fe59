import type { Contact } from './contact';

/** What becomes of two, as far as it can be foreseen: the API does the same, and knows besides who wrote the names. */
export function mergedPreview(survivor: Contact, duplicate: Contact): Contact {
  return {
    ...survivor,
    ...optional('name', survivor.name ?? duplicate.name),
    ...optional('language', survivor.language ?? duplicate.language),
    ...optional('timezone', survivor.timezone ?? duplicate.timezone),
    ...optional('location', survivor.location ?? duplicate.location),
    blocked: survivor.blocked || duplicate.blocked,
    tags: [...new Set([...survivor.tags, ...duplicate.tags])],
    attributes: { ...duplicate.attributes, ...survivor.attributes },
    identities: [...survivor.identities, ...duplicate.identities],
    interactionCount: survivor.interactionCount + duplicate.interactionCount,
  };
}

function optional<K extends keyof Contact>(key: K, value: Contact[K] | undefined): Partial<Contact> {
  return value === undefined ? {} : { [key]: value };
}

const MOST_QUERIES = 6;

/**
 * What to look for to find who may be the same: the name, also with fewer of its words, since people write more or fewer
 * of them; the numbers; the addresses.
 */
export function duplicateQueries(contact: Pick<Contact, 'name' | 'phones' | 'emails'>): string[] {
  const words = (contact.name ?? '').split(/\s+/).filter((word) => word !== '');
  const [first, second] = words;
  const last = words.at(-1);
  const names =
    first === undefined ? [] : [words.join(' '), `${first} ${second ?? ''}`.trim(), `${first} ${last}`];
  const found = words.length > 1 ? names : names.slice(0, 1);
  return [...new Set([...found, ...contact.phones, ...contact.emails])].slice(0, MOST_QUERIES);
}

/** Those found, each once, without the contact itself. Who was found by more comes first. */
export function rankDuplicates(self: string, found: readonly (readonly Contact[])[]): Contact[] {
  const hits = new Map<string, { contact: Contact; count: number }>();
  for (const contact of found.flat()) {
    if (contact.id === self) continue;
    const hit = hits.get(contact.id);
    hits.set(contact.id, { contact, count: (hit?.count ?? 0) + 1 });
  }
  return [...hits.values()].sort((one, other) => other.count - one.count).map(({ contact }) => contact);
}
