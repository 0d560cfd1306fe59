/** What the list of templates shows, as its address says it. */
export const STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled'] as const;
export type TemplateStatus = (typeof STATUSES)[number];

export interface TemplatesSearch {
  q?: string;
  channel?: string;
  state?: TemplateStatus;
}

/** As long as the API takes. */
const LONGEST = 100;

/** Takes what is known from an address; the rest is as if it were not there. */
export function templatesSearch(search: Record<string, unknown>): TemplatesSearch {
  const q = typeof search.q === 'number' ? String(search.q) : search.q;
  const state = STATUSES.find((known) => known === search.state);
  const { channel } = search;
  return {
    ...(typeof q === 'string' && q.trim() !== '' && { q: q.slice(0, LONGEST) }),
    ...(typeof channel === 'string' && /^[0-9a-f-]{36}$/i.test(channel) && { channel }),
    ...(state && { state }),
  };
}
