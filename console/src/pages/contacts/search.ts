/** What the list of contacts shows, as its address says it. */
export const SORTS = ['name', '-lastInteractionAt', '-createdAt'] as const;
export type Sort = (typeof SORTS)[number];
export type Blocked = 'only' | 'not';

export interface ContactsSearch {
  q?: string;
  sort?: Sort;
  tags?: string[];
  blocked?: Blocked;
}

const MOST_TAGS = 10;

/** Takes what is known from an address; the rest is as if it were not there. */
export function contactsSearch(search: Record<string, unknown>): ContactsSearch {
  const q = typeof search.q === 'number' ? String(search.q) : search.q;
  const sort = SORTS.find((known) => known === search.sort);
  const blocked = (['only', 'not'] as const).find((known) => known === search.blocked);
  const tags = Array.isArray(search.tags)
    ? search.tags.filter((tag): tag is string => typeof tag === 'string' && tag.trim() !== '')
    : [];
  return {
    ...(typeof q === 'string' && q.trim() !== '' && { q: q.slice(0, 200) }),
    ...(sort && sort !== 'name' && { sort }),
    ...(tags.length > 0 && { tags: tags.slice(0, MOST_TAGS) }),
    ...(blocked && { blocked }),
  };
}
