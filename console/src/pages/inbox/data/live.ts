import { notifyManager } from '@tanstack/react-query';
import type { Conversation, Me } from '@/api/types';
import { personKeys } from '@/app/me';
import { askAnew, queryClient } from '@/app/queryClient';
import { mayAny } from '@/lib/permissions';
import type { RealtimeEvent } from '@/realtime/events';
import { onEvents, onResync } from '@/realtime/realtime';
import type { InboxSearch } from '../search';
import { amend, followAnswers } from './cache';
import { putMessage, putStatus, type History } from './history';
import { belongs, find, put, sees, withMessage, type ConversationList, type ListFilter } from './list';
import { distrustAll, keys } from './queries';
import { stoppedTyping } from './typing';

/*
 * What happens elsewhere, put into what is shown here: lists, conversations and histories in the cache change in place.
 * What cannot be known from an event is asked for, a little later and once for many.
 */

const ASK_LISTS_AFTER = 1200;
const ASK_COUNTS_AFTER = 1500;

const askLists = later(ASK_LISTS_AFTER, refreshHeads);
const askCounts = later(
  ASK_COUNTS_AFTER,
  () => void queryClient.invalidateQueries({ queryKey: keys.counts }),
);
const outdated = new Map<string, InboxSearch>();

let following = false;

/**
 * Begins to follow when the inbox is first opened, and goes on whatever page is open: what is in the cache is not asked
 * for again by coming back to it. Nothing stops it, since another person or tenant begins with a page of its own.
 */
export function followEvents(): void {
  if (following) return;
  following = true;
  followAnswers();
  onEvents(apply);
  onResync(distrustAll);
}

/** Who looks: a list shows only what they may see. */
function viewer(): Pick<ListFilter, 'me' | 'visibility'> {
  const person = queryClient.getQueryData<Me>(personKeys.me);
  if (!person) return {};
  const { actor, permissions } = person;
  return {
    ...(actor.memberId !== undefined && { me: actor.memberId }),
    visibility: mayAny(permissions, 'conversations:read-all')
      ? 'all'
      : mayAny(permissions, 'conversations:read-unassigned')
        ? 'unassigned-and-own'
        : 'own',
  };
}

const told = new Map<string, number>();

function isTold(id: string): void {
  told.set(id, timesTold(id) + 1);
}

/** How often events have told how a conversation is: what was asked before the last of them may be older. */
export function timesTold(id: string): number {
  return told.get(id) ?? 0;
}

export function apply(events: RealtimeEvent[]): void {
  notifyManager.batch(() => events.forEach(applyOne));
}

function applyOne(event: RealtimeEvent): void {
  switch (event.type) {
    case 'conversation.assigned':
      isTold(event.data.conversation.id);
      putConversation(event.data.conversation);
      crossSight(event.data.conversation, event.data.previousAssigneeId);
      askCounts();
      break;
    case 'conversation.opened':
    case 'conversation.resolved':
    case 'conversation.reopened':
    case 'conversation.labelled':
    case 'conversation.updated':
      isTold(event.data.conversation.id);
      putConversation(event.data.conversation);
      askCounts();
      break;
    case 'message.received':
    case 'message.queued':
      changeHistory(event.data.message.conversationId, (history) => putMessage(history, event.data.message));
      isTold(event.data.conversation.id);
      messageSaid(event.data);
      stoppedTyping(event.data.message.conversationId, event.data.message.sender.id);
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
      askAnew({ queryKey: keys.notes(event.data.conversation.id), exact: true });
      stoppedTyping(event.data.conversation.id, event.data.authorId);
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
  amend<Conversation>(keys.conversation(conversation.id), () => conversation);
  for (const search of searches()) {
    const filter = { ...search, ...viewer() };
    amend<ConversationList>(keys.list(search), (list) => put(list, conversation, filter));
  }
}

/** One that comes into sight, or leaves it: of what happens out of sight no event tells. */
function crossSight({ id, assigneeId }: Conversation, previousAssigneeId: string | undefined): void {
  const isSeen = sees(assigneeId, viewer());
  if (isSeen === sees(previousAssigneeId, viewer())) return;
  for (const queryKey of [keys.conversation(id), keys.history(id), keys.notes(id)]) {
    if (isSeen) askAnew({ queryKey, exact: true });
    else {
      queryClient.removeQueries({ queryKey, exact: true, type: 'inactive' });
      void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
    }
  }
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
  const after = (conversation: Conversation): Conversation => ({
    ...withMessage(conversation, message, reference),
    ...(message.direction === 'inbound' &&
      reference.channelType === 'whatsapp' && {
        replyWindowEndsAt: windowAfter(message.providerTime ?? message.createdAt, conversation),
      }),
  });
  amend(keys.conversation(reference.id), after);
  const known = knownConversation(reference.id);
  if (known) {
    // Of what is there by then: an answer that comes meanwhile may know more of it than what is known now.
    for (const search of searches()) {
      const filter = { ...search, ...viewer() };
      amend<ConversationList>(keys.list(search), (list) =>
        put(list, after(find(list, reference.id) ?? known), filter),
      );
    }
    return;
  }
  // It is not shown yet, and an event has not all that a list shows of it.
  for (const search of searches()) {
    const filter = { ...search, ...viewer() };
    const probe = {
      ...reference,
      labels: filter.label === undefined ? [] : [filter.label],
    } as unknown as Conversation;
    if (belongs(probe, filter) && filter.q === undefined) {
      outdated.set(JSON.stringify(search), search);
      askLists();
    }
  }
}

const WINDOW = 24 * 3_600_000;

function windowAfter(at: string, known: Conversation): string {
  const ends = new Date(Date.parse(at) + WINDOW).toISOString();
  const before = known.replyWindowEndsAt;
  return before !== undefined && Date.parse(before) > Date.parse(ends) ? before : ends;
}

export function changeHistory(id: string, change: (history: History) => History): void {
  amend(keys.history(id), change);
}

/** What is listed somewhere, or is about to be. */
function searches(): InboxSearch[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: keys.lists })
    .map(({ queryKey }) => queryKey[1] as InboxSearch);
}

/** A list that nobody looks at is loaded again when somebody does. */
function refreshHeads(): void {
  for (const [name, search] of outdated) {
    // One under way would be begun anew each time, and never end while customers write.
    if (queryClient.getQueryState(keys.list(search))?.fetchStatus === 'fetching') continue;
    outdated.delete(name);
    askAnew({ queryKey: keys.list(search), exact: true });
  }
  if (outdated.size > 0) askLists();
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
