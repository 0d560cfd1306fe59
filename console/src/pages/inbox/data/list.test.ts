import { expect, it } from 'vitest';
import type { Conversation, Message } from '@/api/types';
import { append, belongs, mergeHead, put, withMessage, type ConversationList, type Visibility } from './list';

function conversation(id: string, minute: number, more: Partial<Conversation> = {}): Conversation {
  return {
    id,
    channelId: 'whatsapp',
    channelType: 'whatsapp',
    contact: { id: `contact-${id}`, identity: { kind: 'whatsapp', scope: '', value: id, address: id } },
    status: 'open',
    priority: 'normal',
    labels: [],
    unreadCount: 0,
    control: 'human',
    createdAt: '2026-03-01T00:00:00Z',
    lastMessageAt: new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString(),
    ...more,
  };
}

const ids = (list: ConversationList) => list.items.map(({ id }) => id).join('');
const list = (...items: Conversation[]): ConversationList => ({ items });
const [a, b, c] = [conversation('a', 30), conversation('b', 20), conversation('c', 10)];

it('shows what was said last above', () => {
  expect(ids(put(list(a, b, c), conversation('c', 40), {}))).toBe('cab');
  expect(ids(put(list(a, b, c), conversation('n', 25), {}))).toBe('anbc');
  expect(ids(put(list(a, b, c), conversation('b', 20, { unreadCount: 3 }), {}))).toBe('abc');
});

it('leaves out what does not belong there, and takes out what no longer does', () => {
  expect(ids(put(list(a, b, c), { ...b, status: 'resolved' }, {}))).toBe('ac');
  expect(ids(put(list(a), { ...b, assigneeId: 'ben' }, { view: 'mine', me: 'ana' }))).toBe('a');
  expect(ids(put(list(a), { ...b, assigneeId: 'ana' }, { view: 'mine', me: 'ana' }))).toBe('ab');
  expect(ids(put(list(a, b), { ...b, assigneeId: 'ana' }, { view: 'unassigned' }))).toBe('a');
});

it('knows what each filter means', () => {
  expect(belongs({ ...a, status: 'snoozed' }, {})).toBe(true);
  expect(belongs({ ...a, status: 'snoozed' }, { status: 'open' })).toBe(false);
  expect(belongs({ ...a, status: 'resolved' }, {})).toBe(false);
  expect(belongs({ ...a, status: 'resolved' }, { q: 'bread' })).toBe(true);
  expect(belongs({ ...a, status: 'resolved' }, { q: 'bread', status: 'active' })).toBe(false);
  expect(belongs({ ...a, labels: ['vip'] }, { label: 'vip' })).toBe(true);
  expect(belongs(a, { label: 'vip' })).toBe(false);
  expect(belongs(a, { channel: 'other' })).toBe(false);
});

it('shows nobody what they may not see', () => {
  const [nobodys, own, bens] = [a, { ...a, assigneeId: 'ana' }, { ...a, assigneeId: 'ben' }];
  const seen = (visibility: Visibility) =>
    [nobodys, own, bens].map((conversation) => belongs(conversation, { me: 'ana', visibility }));
  expect(seen('all')).toEqual([true, true, true]);
  expect(seen('unassigned-and-own')).toEqual([true, true, false]);
  expect(seen('own')).toEqual([false, true, false]);
});

it('does not put in what is below all that is loaded: it comes with its page', () => {
  const some: ConversationList = { items: [a, b], nextCursor: 'x' };
  expect(ids(put(some, conversation('z', 5), {}))).toBe('ab');
  expect(ids(put(some, conversation('b', 5), {}))).toBe('a');
  expect(ids(put(list(a, b), conversation('z', 5), {}))).toBe('abz');
});

it('puts nothing new into a search, which only the server can decide', () => {
  expect(ids(put(list(a), b, { q: 'bread' }))).toBe('a');
  expect(put(list(a), { ...a, unreadCount: 2 }, { q: 'bread' }).items[0]?.unreadCount).toBe(2);
});

it('takes the beginning from the server and keeps what was loaded below', () => {
  const known: ConversationList = { items: [a, b, c], nextCursor: 'deep' };
  const page = { items: [conversation('n', 50), a], nextCursor: 'shallow' };
  expect(mergeHead(known, page)).toMatchObject({ nextCursor: 'deep' });
  expect(ids(mergeHead(known, page))).toBe('nabc');
});

it('drops what the server no longer has in the beginning', () => {
  const known: ConversationList = { items: [a, b, c], nextCursor: 'deep' };
  expect(ids(mergeHead(known, { items: [a, c], nextCursor: 'shallow' }))).toBe('ac');
  expect(ids(mergeHead(known, { items: [b] }))).toBe('b');
});

it('begins anew where beginning and rest do not meet', () => {
  const known: ConversationList = { items: [a, b, c], nextCursor: 'deep' };
  const page = { items: [conversation('n', 59), conversation('m', 58)], nextCursor: 'shallow' };
  expect(mergeHead(known, page)).toEqual({ items: page.items, nextCursor: 'shallow' });
});

it('adds a page below without showing anything twice', () => {
  const grown = append({ items: [a, b], nextCursor: 'x' }, { items: [b, c] });
  expect(ids(grown)).toBe('abc');
  expect(grown.nextCursor).toBeUndefined();
});

it('tells of a new message, and not of one that comes late', () => {
  const reference = {
    id: 'a',
    channelId: 'whatsapp',
    channelType: 'whatsapp',
    status: 'open',
    unreadCount: 4,
  } as const;
  const message = (minute: number) =>
    ({
      kind: 'text',
      text: 'Hi\nthere',
      attachments: [],
      direction: 'inbound',
      createdAt: conversation('', minute).lastMessageAt,
    }) as unknown as Message;
  const owned = { ...a, assigneeId: 'ben' };
  expect(withMessage(owned, message(31), reference)).toMatchObject({
    lastMessagePreview: 'Hi there',
    unreadCount: 4,
  });
  expect(withMessage(owned, message(31), reference).assigneeId).toBeUndefined();
  expect(withMessage(owned, message(29), reference).lastMessageAt).toBe(a.lastMessageAt);
});
