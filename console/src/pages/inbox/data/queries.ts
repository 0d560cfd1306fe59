import { queryOptions } from '@tanstack/react-query';
import { api, data, fetchFromApi } from '@/api/client';
import { ApiProblem } from '@/api/problems';
import type { Channel, Conversation, Label, Message, Note, Page } from '@/api/types';
import { queryClient } from '@/app/queryClient';
import { statusOf, type InboxSearch, type StatusFilter } from '../search';
import { askPart } from './cache';
import { historyOf, mergeNewest, type History } from './history';
import { mergeHead, type ConversationList } from './list';

/** Lists and histories are kept by events: they are only asked again when something may have been missed. */
const LIVE = { staleTime: Infinity, meta: { live: true } } as const;
export const LIST_PAGE = 60;
export const HISTORY_PAGE = 50;

export const keys = {
  lists: ['conversations'] as const,
  list: (search: InboxSearch) => ['conversations', search] as const,
  counts: ['conversation-counts'] as const,
  conversation: (id: string) => ['conversation', id] as const,
  history: (id: string) => ['history', id] as const,
  notes: (id: string) => ['notes', id] as const,
};

/** When something was missed that no event will tell: what was loaded before is replaced, not mended. */
let missedAt = 0;

export function distrustAll(): void {
  missedAt = Date.now();
}

function trusted<T>(key: readonly unknown[]): T | undefined {
  const state = queryClient.getQueryState<T>(key);
  return state && state.dataUpdatedAt > missedAt ? state.data : undefined;
}

async function json<T>(
  path: string,
  query: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<T> {
  const url = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  const answer = await fetchFromApi(url.pathname + url.search, signal ? { signal } : {});
  return (await answer.json()) as T;
}

const STATUS_SETS: Partial<Record<StatusFilter, string>> = {
  active: 'open,pending,snoozed',
  any: 'open,pending,snoozed,resolved',
};

function listQuery(search: InboxSearch): Record<string, string | undefined> {
  const status = statusOf(search);
  return {
    status: STATUS_SETS[status] ?? status,
    assignee: search.view === 'mine' ? 'me' : search.view === 'unassigned' ? 'none' : undefined,
    channel: search.channel,
    label: search.label,
    q: search.q,
  };
}

export function fetchListPage(
  search: InboxSearch,
  after?: string,
  signal?: AbortSignal,
): Promise<Page<Conversation>> {
  return json('/api/v1/conversations', { ...listQuery(search), limit: String(LIST_PAGE), after }, signal);
}

export const listOptions = (search: InboxSearch) =>
  queryOptions({
    queryKey: keys.list(search),
    queryFn: async ({ signal }): Promise<ConversationList> => {
      const page = await fetchListPage(search, undefined, signal);
      return mergeHead(trusted<ConversationList>(keys.list(search)), page);
    },
    ...LIVE,
    // Many searches would be many lists to keep up to date.
    gcTime: search.q === undefined ? 10 * 60_000 : 30_000,
  });

export interface Counts {
  all: number;
  mine: number;
  unassigned: number;
  open: number;
  pending: number;
  snoozed: number;
  byStatus?: Record<'open' | 'pending' | 'snoozed', { all: number; mine: number; unassigned: number }>;
}

export const countsOptions = (search: Pick<InboxSearch, 'channel' | 'label'>) =>
  queryOptions({
    queryKey: [...keys.counts, search.channel ?? null, search.label ?? null] as const,
    queryFn: ({ signal }) =>
      json<Counts>('/api/v1/conversations/counts', { channel: search.channel, label: search.label }, signal),
    staleTime: 10_000,
    meta: { live: true },
  });

export const conversationOptions = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: async () =>
      (await data(api.GET('/api/v1/conversations/{id}', { params: { path: { id } } }))) as Conversation,
    ...LIVE,
  });

type MessagePage = Page<Message> & { previousCursor?: string };

export function fetchHistoryPage(
  id: string,
  query: { after?: string; before?: string; around?: string },
): Promise<MessagePage> {
  return json(`/api/v1/conversations/${encodeURIComponent(id)}/messages`, {
    ...query,
    limit: String(HISTORY_PAGE),
  });
}

export const historyOptions = (id: string) =>
  queryOptions({
    queryKey: keys.history(id),
    queryFn: async (): Promise<History> => {
      const page = await fetchHistoryPage(id, {});
      return mergeNewest(trusted<History>(keys.history(id)), page);
    },
    ...LIVE,
    gcTime: 15 * 60_000,
  });

/** Opens the history around a message that is far back. */
export async function openAround(id: string, messageId: string): Promise<boolean> {
  const isIn = (page: MessagePage) => page.items.some((message) => message.id === messageId);
  const page = await askPart<History, MessagePage>(
    keys.history(id),
    () => fetchHistoryPage(id, { around: messageId }),
    (now, answer) => (isIn(answer) ? historyOf(answer) : now),
  );
  return isIn(page);
}

/** Opens the history at its end again. */
export async function openNewest(id: string): Promise<void> {
  await queryClient.fetchQuery({ ...historyOptions(id), staleTime: 0 });
}

export const notesOptions = (id: string) =>
  queryOptions({
    queryKey: keys.notes(id),
    queryFn: async () => {
      const notes: Note[] = [];
      let after: string | undefined;
      do {
        const page: Page<Note> = await json(`/api/v1/conversations/${encodeURIComponent(id)}/notes`, {
          limit: '200',
          after,
        });
        notes.push(...page.items);
        after = page.nextCursor;
      } while (after !== undefined && notes.length < 1000);
      return notes.reverse();
    },
    ...LIVE,
  });

async function everything<T>(path: string, query: Record<string, string> = {}, most = 1000): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page: Page<T> = await json(path, { ...query, limit: '200', after });
    items.push(...page.items);
    after = page.nextCursor;
  } while (after !== undefined && items.length < most);
  return items;
}

export const labelsOptions = queryOptions({
  queryKey: ['labels'],
  queryFn: () => everything<Label>('/api/v1/labels'),
  staleTime: 60_000,
});

export const channelsOptions = queryOptions({
  queryKey: ['channels'],
  queryFn: () => everything<Channel>('/api/v1/channels'),
  staleTime: 60_000,
});

export interface Colleague {
  id: string;
  name: string;
  role: string;
  active: boolean;
}

export const colleaguesOptions = queryOptions({
  queryKey: ['colleagues'],
  queryFn: async () => {
    try {
      return await everything<Colleague>('/api/v1/colleagues');
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 404) throw failure;
      // A server from before colleagues were listed for everybody: whoever may see the members sees them.
      return everything<Colleague>('/api/v1/members');
    }
  },
  staleTime: 5 * 60_000,
});

export interface QuickReply {
  id: string;
  shortcut: string;
  text: string;
  shared: boolean;
}

export const quickRepliesOptions = queryOptions({
  queryKey: ['quick-replies'],
  queryFn: () => everything<QuickReply>('/api/v1/quick-replies'),
  staleTime: 60_000,
});

export interface TemplateButton {
  type: string;
  text: string;
  url?: string;
  phoneNumber?: string;
  variables?: string[];
}

export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  parameterFormat: 'positional' | 'named';
  header?: { format: string; text?: string; variables?: string[] };
  body: { text: string; variables?: string[]; examples?: string[] };
  footer?: { text: string };
  buttons: TemplateButton[];
}

export const templatesOptions = (channel: string) =>
  queryOptions({
    queryKey: ['templates', channel],
    queryFn: () => everything<Template>('/api/v1/templates', { channel, status: 'approved' }),
    staleTime: 60_000,
  });
