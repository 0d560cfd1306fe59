/** What the inbox shows, as its address says it. */
export type View = 'mine' | 'unassigned' | 'all';
export const STATUSES = ['any', 'active', 'open', 'pending', 'snoozed', 'resolved'] as const;
export type StatusFilter = (typeof STATUSES)[number];

export interface InboxSearch {
  view?: View;
  status?: StatusFilter;
  channel?: string;
  label?: string;
  q?: string;
}

const VIEWS: readonly View[] = ['mine', 'unassigned', 'all'];

/** Without words what is still to be done, with them everything: what is looked for may be settled long ago. */
export function defaultStatus({ q }: Pick<InboxSearch, 'q'>): StatusFilter {
  return q === undefined ? 'active' : 'any';
}

export function statusOf(search: InboxSearch): StatusFilter {
  return search.status ?? defaultStatus(search);
}

/** Takes what is known from an address; the rest is as if it were not there. */
export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const view = VIEWS.find((known) => known === search.view);
  const status = STATUSES.find((known) => known === search.status);
  const channel = text(search.channel);
  const label = text(search.label);
  const q = typeof search.q === 'number' ? String(search.q) : text(search.q);
  return {
    ...(view && { view }),
    ...(status && { status }),
    ...(channel && { channel }),
    ...(label && { label }),
    ...(q && { q }),
  };
}
