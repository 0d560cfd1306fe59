/** What the inbox shows, as its address says it. */
export type View = 'mine' | 'unassigned' | 'all';
export type StatusFilter = 'active' | 'open' | 'pending' | 'snoozed' | 'resolved';

export interface InboxSearch {
  view?: View;
  status?: StatusFilter;
  channel?: string;
  label?: string;
  q?: string;
}

const VIEWS: readonly View[] = ['mine', 'unassigned', 'all'];
const STATUSES: readonly StatusFilter[] = ['active', 'open', 'pending', 'snoozed', 'resolved'];

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
