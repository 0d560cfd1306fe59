import type { Conversation, ConversationReference, Message, Page } from '@/api/types';
import { previewOf } from './preview';
import { statusOf, type InboxSearch } from '../search';

/*
 * The list of conversations, latest first: a beginning that is known without a gap, and a cursor for what comes after
 * it. Events change it in place; nothing here asks the server.
 */
export interface ConversationList {
  items: readonly Conversation[];
  nextCursor?: string;
}

/** A filter with all that it needs to decide, besides words that only the server can search. */
export interface ListFilter extends InboxSearch {
  /** The caller's member id: what `mine` means. */
  me?: string;
  visibility?: Visibility;
}

/** Which conversations somebody may see, as the server decides by their permissions. */
export type Visibility = 'all' | 'unassigned-and-own' | 'own';

export function sees(
  assigneeId: string | undefined,
  { me, visibility = 'all' }: Pick<ListFilter, 'me' | 'visibility'>,
): boolean {
  if (visibility === 'all') return true;
  return assigneeId === undefined ? visibility === 'unassigned-and-own' : assigneeId === me;
}

const ACTIVE = ['open', 'pending', 'snoozed'];

/** Whether it belongs in the list, as far as can be told here; words are not looked at. */
export function belongs(conversation: Conversation, filter: ListFilter): boolean {
  if (!sees(conversation.assigneeId, filter)) return false;
  const status = statusOf(filter);
  if (status === 'active' && !ACTIVE.includes(conversation.status)) return false;
  if (status !== 'active' && status !== 'any' && conversation.status !== status) return false;
  if (filter.view === 'mine' && conversation.assigneeId !== filter.me) return false;
  if (filter.view === 'unassigned' && conversation.assigneeId !== undefined) return false;
  if (filter.channel !== undefined && conversation.channelId !== filter.channel) return false;
  return filter.label === undefined || conversation.labels.includes(filter.label);
}

/** Negative where `a` is above `b`: the latest message first, as the server orders. */
export function compare(a: Conversation, b: Conversation): number {
  const difference = moment(b) - moment(a);
  if (difference !== 0) return difference;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function moment(conversation: Conversation): number {
  return Date.parse(conversation.lastMessageAt ?? conversation.createdAt);
}

function place(items: readonly Conversation[], conversation: Conversation): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = items[middle];
    if (there && compare(there, conversation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list with this conversation as it is now: put in, moved, changed or taken out. */
export function put(
  list: ConversationList,
  conversation: Conversation,
  filter: ListFilter,
): ConversationList {
  const at = list.items.findIndex(({ id }) => id === conversation.id);
  const searching = filter.q !== undefined;
  if (!belongs(conversation, filter)) {
    return at < 0 ? list : { ...list, items: list.items.toSpliced(at, 1) };
  }
  if (at < 0 && searching) return list;
  const before = at < 0 ? undefined : list.items[at];
  if (before && compare(before, conversation) === 0) {
    return { ...list, items: list.items.with(at, conversation) };
  }
  const others = at < 0 ? list.items : list.items.toSpliced(at, 1);
  const to = place(others, conversation);
  // Below all that is known, and more is to come: it comes with that.
  if (to === others.length && list.nextCursor !== undefined) return { ...list, items: others };
  return { ...list, items: others.toSpliced(to, 0, conversation) };
}

export function find(list: ConversationList, id: string): Conversation | undefined {
  return list.items.find((conversation) => conversation.id === id);
}

/** The conversation after a message in it. */
export function withMessage(
  conversation: Conversation,
  message: Message,
  reference: ConversationReference,
): Conversation {
  const { assigneeId: _before, ...rest } = conversation;
  const at =
    message.direction === 'inbound' ? (message.providerTime ?? message.createdAt) : message.createdAt;
  const latest =
    conversation.lastMessageAt === undefined || Date.parse(at) >= Date.parse(conversation.lastMessageAt);
  return {
    ...rest,
    ...(reference.assigneeId !== undefined && { assigneeId: reference.assigneeId }),
    status: reference.status,
    unreadCount: reference.unreadCount,
    ...(latest && { lastMessageAt: at, lastMessagePreview: previewOf(message) }),
  };
}

/**
 * The list with its beginning as the server has just told it. What the page should hold and does not is gone; where the
 * page and the list do not meet, the page is all that is known.
 */
export function mergeHead(list: ConversationList | undefined, page: Page<Conversation>): ConversationList {
  const last = page.items.at(-1);
  const known = list?.items ?? [];
  if (page.nextCursor === undefined || !last || !list) return listOf(page);
  const inPage = new Set(page.items.map(({ id }) => id));
  const below = known.filter(
    (conversation) => !inPage.has(conversation.id) && compare(conversation, last) > 0,
  );
  // All of the page is new: there may be more of it before what is known begins.
  const meet = known.some(({ id }) => inPage.has(id));
  if (!meet || below.length === 0) return listOf(page);
  return {
    items: [...page.items, ...below],
    ...(list.nextCursor !== undefined && { nextCursor: list.nextCursor }),
  };
}

/** The list with what the server has below it. */
export function append(list: ConversationList, page: Page<Conversation>): ConversationList {
  const known = new Set(list.items.map(({ id }) => id));
  return {
    items: [...list.items, ...page.items.filter(({ id }) => !known.has(id))],
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

function listOf(page: Page<Conversation>): ConversationList {
  return { items: page.items, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
}
