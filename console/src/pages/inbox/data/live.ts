import { notifyManager } from '@tanstack/react-query';
import type { Conversation } from '@/api/types';
import { queryClient } from '@/app/queryClient';
import type { RealtimeEvent } from '@/realtime/events';
import { onEvents } from '@/realtime/realtime';
import type { InboxSearch } from '../search';
import { putMessage, putStatus, type History } from './history';
import { belongs, find, mergeHead, put, withMessage, type ConversationList, type ListFilter } from './list';
import { fetchListPage, keys } from './queries';

/*
 * What happens elsewhere, put into what is shown here: lists, conversations and histories in the cache change in place.
 * What cannot be known from an event is asked for, a little later and once for many.
 */

const ASK_LISTS_AFTER = 1200;
const ASK_COUNTS_AFTER = 1500;

let me: string | undefined;
const askLists = later(ASK_LISTS_AFTER, () => void refreshHeads());
const askCounts = later(
  ASK_COUNTS_AFTER,
  () => void queryClient.invalidateQueries({ queryKey: keys.counts }),
);
const outdated = new Map<string, InboxSearch>();

/** Begins to follow; answers how to stop. */
export function followEvents(memberId: string | undefined): () => void {
  me = memberId;
  return onEvents(apply);
}

export function apply(events: RealtimeEvent[]): void {
  notifyManager.batch(() => events.forEach(applyOne));
}

function applyOne(event: RealtimeEvent): void {
  switch (event.type) {
    case 'conversation.opened':
    case 'conversation.assigned':
    case 'conversation.resolved':
    case 'conversation.reopened':
    case 'conversation.labelled':
    case 'conversation.updated':
      putConversation(event.data.conversation);
      askCounts();
      break;
    case 'message.received':
    case 'message.queued':
      changeHistory(event.data.message.conversationId, (history) => putMessage(history, event.data.message));
      messageSaid(event.data);
      break;
    case 'message.reacted':
    case 'message.edited':
    case 'message.deleted':
    case 'message.attachment-changed':
      changeHistory(event.data.message.conversationId, (history) => putMessage(history, event.data.message));
      break;
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
    case 'message.failed':
    case 'message.unknown':
      changeHistory(event.data.conversation.id, (history) => putStatus(history, event.data));
      break;
    case 'note.added':
    case 'note.changed':
      void queryClient.invalidateQueries({ queryKey: keys.notes(event.data.conversation.id) });
      break;
    case 'channel.connected':
    case 'channel.failed':
      void queryClient.invalidateQueries({ queryKey: ['channels'] });
      break;
    default:
    // A kind that is newer than this page.
  }
}

/** Shows a conversation as it is now, wherever it is shown. */
export function putConversation(conversation: Conversation): void {
  if (queryClient.getQueryData(keys.conversation(conversation.id))) {
    queryClient.setQueryData(keys.conversation(conversation.id), conversation);
  }
  eachList((filter) => (list) => put(list, conversation, filter));
}

/** The conversation as far as it is known here. */
export function knownConversation(id: string): Conversation | undefined {
  const alone = queryClient.getQueryData<Conversation>(keys.conversation(id));
  if (alone) return alone;
  for (const [, list] of queryClient.getQueriesData<ConversationList>({ queryKey: keys.lists })) {
    const found = list && find(list, id);
    if (found) return found;
  }
  return undefined;
}

function messageSaid(
  data: Extract<RealtimeEvent, { type: 'message.received' | 'message.queued' }>['data'],
): void {
  const { message, conversation: reference } = data;
  const known = knownConversation(reference.id);
  if (known) {
    const now = withMessage(known, message, reference);
    const window =
      message.direction === 'inbound' && reference.channelType === 'whatsapp'
        ? { replyWindowEndsAt: windowAfter(message.providerTime ?? message.createdAt, known) }
        : {};
    putConversation({ ...now, ...window });
    return;
  }
  // It is not shown yet, and an event has not all that a list shows of it.
  eachList((filter, search) => (list) => {
    const probe = {
      ...reference,
      labels: filter.label === undefined ? [] : [filter.label],
    } as unknown as Conversation;
    if (belongs(probe, filter) && filter.q === undefined) {
      outdated.set(JSON.stringify(search), search);
      askLists();
    }
    return list;
  });
}

const WINDOW = 24 * 3_600_000;

function windowAfter(at: string, known: Conversation): string {
  const ends = new Date(Date.parse(at) + WINDOW).toISOString();
  const before = known.replyWindowEndsAt;
  return before !== undefined && Date.parse(before) > Date.parse(ends) ? before : ends;
}

export function changeHistory(id: string, change: (history: History) => History): void {
  queryClient.setQueryData<History>(keys.history(id), (history) => history && change(history));
}

function eachList(
  change: (filter: ListFilter, search: InboxSearch) => (list: ConversationList) => ConversationList,
): void {
  for (const [key] of queryClient.getQueriesData<ConversationList>({ queryKey: keys.lists })) {
    const search = key[1] as InboxSearch;
    const filter = { ...search, ...(me !== undefined && { me }) };
    queryClient.setQueryData<ConversationList>(key, (list) => list && change(filter, search)(list));
  }
}

async function refreshHeads(): Promise<void> {
  const searches = [...outdated.values()];
  outdated.clear();
  await Promise.all(
    searches.map(async (search) => {
      const key = keys.list(search);
      // One that nobody looks at is loaded again when somebody does.
      if (!queryClient.getQueryCache().find({ queryKey: key })?.isActive()) {
        await queryClient.invalidateQueries({ queryKey: key, refetchType: 'none' });
        return;
      }
      try {
        const page = await fetchListPage(search);
        queryClient.setQueryData<ConversationList>(key, (list) => mergeHead(list, page));
      } catch {
        await queryClient.invalidateQueries({ queryKey: key, refetchType: 'none' });
      }
    }),
  );
}

/** Runs once, this long after the first of many calls. */
function later(pause: number, run: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      run();
    }, pause);
  };
}
