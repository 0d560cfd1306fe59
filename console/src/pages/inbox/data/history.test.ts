import { expect, it } from 'vitest';
import type { Message } from '@/api/types';
import { appendNewer, mergeNewest, prepend, putMessage, putStatus, type History } from './history';

const message = (sequence: number, more: Partial<Message> = {}): Message => ({
  id: `m${sequence}`,
  conversationId: 'c1',
  direction: 'outbound',
  sender: { type: 'agent' },
  kind: 'text',
  attachments: [],
  reactions: [],
  status: 'sent',
  createdAt: '2026-03-01T00:00:00Z',
  sequence,
  ...more,
});
const history = (...sequences: number[]): History => ({
  items: sequences.map((sequence) => message(sequence)),
});
const numbers = ({ items }: History) => items.map(({ sequence }) => sequence);

it('keeps messages in the order in which they were said, each once', () => {
  expect(numbers(putMessage(history(1, 3), message(2)))).toEqual([1, 2, 3]);
  expect(numbers(putMessage(history(1, 2), message(3)))).toEqual([1, 2, 3]);
  expect(numbers(putMessage(history(1, 2), message(2)))).toEqual([1, 2]);
});

it('moves ticks only forward, whatever comes first', () => {
  const read = putStatus(history(1), { messageId: 'm1', status: 'read' });
  expect(putStatus(read, { messageId: 'm1', status: 'delivered' }).items[0]?.status).toBe('read');
  expect(putMessage(read, message(1, { status: 'sent', text: 'edited' })).items[0]).toMatchObject({
    status: 'read',
    text: 'edited',
  });
});

it('tells why a message failed, and forgets it when it was delivered after all', () => {
  const failed = putStatus(history(1), {
    messageId: 'm1',
    status: 'failed',
    error: { code: '131026', title: 'No WhatsApp' },
  });
  expect(failed.items[0]?.error?.code).toBe('131026');
  expect(putStatus(failed, { messageId: 'm1', status: 'delivered' }).items[0]?.error).toBeUndefined();
});

it('learns the provider’s id with a status, also with one that comes late', () => {
  const named = { messageId: 'm1', externalId: 'wamid.1' };
  expect(putStatus(history(1), { ...named, status: 'delivered' }).items[0]?.externalId).toBe('wamid.1');
  const read = putStatus(history(1), { messageId: 'm1', status: 'read' });
  expect(putStatus(read, { ...named, status: 'sent' }).items[0]).toMatchObject({
    status: 'read',
    externalId: 'wamid.1',
  });
});

it('does not put a new message beside an old one where there is a gap', () => {
  expect(numbers(putMessage({ ...history(1, 2), newerCursor: 'x' }, message(9)))).toEqual([1, 2]);
  expect(numbers(putMessage({ ...history(5, 6), olderCursor: 'x' }, message(2)))).toEqual([5, 6]);
});

it('joins the newest page with what is known, or begins anew where they do not meet', () => {
  const known: History = { ...history(1, 2, 3), olderCursor: 'deep' };
  const page = (...sequences: number[]) => ({ items: sequences.map((one) => message(one)), nextCursor: 'y' });
  expect(mergeNewest(known, page(5, 4, 3))).toMatchObject({ olderCursor: 'deep' });
  expect(numbers(mergeNewest(known, page(5, 4, 3)))).toEqual([1, 2, 3, 4, 5]);
  expect(numbers(mergeNewest(known, page(9, 8)))).toEqual([8, 9]);
});

it('keeps what is newer than the page, and ticks that are further', () => {
  const known: History = {
    items: [message(1, { status: 'read', externalId: 'wamid.1' }), message(2), message(3)],
  };
  const whole = mergeNewest(known, { items: [message(2), message(1, { status: 'queued' })] });
  expect(numbers(whole)).toEqual([1, 2, 3]);
  expect(whole.items[0]).toMatchObject({ status: 'read', externalId: 'wamid.1' });
  const more = mergeNewest({ ...known, olderCursor: 'deep' }, { items: [message(2)], nextCursor: 'y' });
  expect(numbers(more)).toEqual([1, 2, 3]);
  expect(mergeNewest({ ...known, newerCursor: 'x' }, { items: [message(9)] }).items).toHaveLength(1);
});

it('grows at both ends', () => {
  expect(
    numbers(prepend({ ...history(3, 4), olderCursor: 'x' }, { items: [message(2), message(1)] })),
  ).toEqual([1, 2, 3, 4]);
  const grown = appendNewer({ ...history(1, 2), newerCursor: 'x' }, { items: [message(4), message(3)] });
  expect(numbers(grown)).toEqual([1, 2, 3, 4]);
  expect(grown.newerCursor).toBeUndefined();
});
