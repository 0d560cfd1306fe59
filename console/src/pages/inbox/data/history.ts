import type { Failure, Message, MessageStatus, Page } from '@/api/types';

/** What was said in a conversation, oldest first, without a gap between its ends. */
export interface History {
  items: readonly Message[];
  /** There is more before. */
  olderCursor?: string;
  /** There is more after: it was opened around an old message. */
  newerCursor?: string;
}

/** Whatever comes first, a status only moves up this order. */
const ORDER: readonly MessageStatus[] = ['queued', 'unknown', 'sent', 'failed', 'delivered', 'read'];

export function laterStatus(a: MessageStatus, b: MessageStatus): MessageStatus {
  return ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a;
}

/** Of a page of the API, which is newest first. */
export function historyOf(page: Page<Message> & { previousCursor?: string }): History {
  return {
    items: page.items.toReversed(),
    ...(page.nextCursor !== undefined && { olderCursor: page.nextCursor }),
    ...(page.previousCursor !== undefined && { newerCursor: page.previousCursor }),
  };
}

/** The newer knowledge of a message: fields of the later one, but no status that goes back. */
function merged(known: Message, told: Message): Message {
  const status = laterStatus(known.status, told.status);
  if (status === told.status) return told;
  const { error: _earlier, ...rest } = told;
  return {
    ...rest,
    status,
    ...(known.externalId !== undefined && { externalId: known.externalId }),
    ...(known.error && { error: known.error }),
  };
}

export function putMessage(history: History, message: Message): History {
  const at = history.items.findLastIndex(({ id }) => id === message.id);
  const known = history.items[at];
  if (known) return { ...history, items: history.items.with(at, merged(known, message)) };
  const last = history.items.at(-1);
  if (!last || message.sequence > last.sequence) {
    // Beyond a gap it would stand beside what it does not follow.
    return history.newerCursor === undefined ? { ...history, items: [...history.items, message] } : history;
  }
  const first = history.items[0];
  if (first && message.sequence < first.sequence && history.olderCursor !== undefined) return history;
  const to = history.items.findIndex(({ sequence }) => sequence > message.sequence);
  return { ...history, items: history.items.toSpliced(to, 0, message) };
}

export interface StatusChange {
  messageId: string;
  status: MessageStatus;
  externalId?: string;
  error?: Failure;
}

/** The first status that comes from the provider tells its id too, without which there is no reacting or answering. */
export function putStatus(history: History, { messageId, status, externalId, error }: StatusChange): History {
  const at = history.items.findLastIndex((message) => message.id === messageId);
  const known = history.items[at];
  if (!known) return history;
  const named = known.externalId ?? externalId;
  if (laterStatus(known.status, status) === known.status) {
    if (named === known.externalId || named === undefined) return history;
    return { ...history, items: history.items.with(at, { ...known, externalId: named }) };
  }
  const { error: _before, ...rest } = known;
  const now = { ...rest, status, ...(named !== undefined && { externalId: named }), ...(error && { error }) };
  return { ...history, items: history.items.with(at, now) };
}

/**
 * With the newest page as the server has just told it; where the two do not meet, the page is all that is known. What
 * came by an event may be newer than the page.
 */
export function mergeNewest(history: History | undefined, page: Page<Message>): History {
  const newest = historyOf(page);
  if (!history || history.newerCursor !== undefined) return newest;
  const known = new Map(history.items.map((message) => [message.id, message]));
  const whole = newest.olderCursor === undefined;
  if (!whole && !newest.items.some(({ id }) => known.has(id))) return newest;
  const first = newest.items[0]?.sequence ?? 0;
  const last = newest.items.at(-1)?.sequence ?? -1;
  const told = newest.items.map((message) => {
    const before = known.get(message.id);
    return before ? merged(before, message) : message;
  });
  return {
    items: [
      ...(whole ? [] : history.items.filter(({ sequence }) => sequence < first)),
      ...told,
      ...history.items.filter(({ sequence }) => sequence > last),
    ],
    ...(!whole && history.olderCursor !== undefined && { olderCursor: history.olderCursor }),
  };
}

export function prepend(history: History, page: Page<Message>): History {
  const { olderCursor: _before, ...rest } = history;
  const known = new Set(history.items.map(({ id }) => id));
  return {
    ...rest,
    items: [...page.items.toReversed().filter(({ id }) => !known.has(id)), ...history.items],
    ...(page.nextCursor !== undefined && { olderCursor: page.nextCursor }),
  };
}

export function appendNewer(history: History, page: Page<Message> & { previousCursor?: string }): History {
  const { newerCursor: _before, ...rest } = history;
  const known = new Set(history.items.map(({ id }) => id));
  return {
    ...rest,
    items: [...history.items, ...page.items.toReversed().filter(({ id }) => !known.has(id))],
    ...(page.previousCursor !== undefined && { newerCursor: page.previousCursor }),
  };
}
