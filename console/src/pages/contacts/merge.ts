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

/** What to look for to find who may be the same: the name, the numbers' ends, the addresses' owners. At most four. */
export function duplicateQueries(contact: Pick<Contact, 'name' | 'phones' | 'emails'>): string[] {
  const names = contact.name ? [contact.name] : [];
  return [...new Set([...names, ...contact.phones, ...contact.emails])].slice(0, 4);
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
