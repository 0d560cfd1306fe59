import { expect, it } from 'vitest';
import type { Message, Note } from '@/api/types';
import type { OutboxItem } from '../data/outbox';
import { timeline, type TimelineInput } from './timeline';

const at = (day: number, hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 2, day, hour, minute)).toISOString();
const message = (id: string, when: string, more: Partial<Message> = {}): Message => ({
  id,
  conversationId: 'c',
  direction: 'outbound',
  sender: { type: 'agent', id: 'ana' },
  kind: 'text',
  text: id,
  attachments: [],
  reactions: [],
  status: 'sent',
  createdAt: when,
  sequence: 1,
  ...more,
});
const note = (id: string, when: string): Note => ({
  id,
  conversationId: 'c',
  authorId: 'ana',
  text: id,
  createdAt: when,
  updatedAt: when,
});
const item = (key: string, text: string, more: Partial<OutboxItem> = {}): OutboxItem => ({
  key,
  conversationId: 'c',
  createdAt: at(2, 12),
  state: 'sending',
  body: { kind: 'text', text },
  ...more,
});

function show(input: Partial<TimelineInput>): string[] {
  return timeline({
    messages: [],
    notes: [],
    outbox: [],
    whole: true,
    me: 'ana',
    firstUnread: undefined,
    dayKey: (when) => when.slice(0, 10),
    ...input,
  }).map((entry) => `${entry.type} ${entry.type === 'day' ? entry.at.slice(0, 10) : entry.key}`);
}

it('puts lines between days, and notes where they were written', () => {
  expect(
    show({
      messages: [message('a', at(1, 9)), message('b', at(2, 9))],
      notes: [note('n', at(1, 10)), note('m', at(2, 10))],
    }),
  ).toEqual(['day 2026-03-01', 'message a', 'note n', 'day 2026-03-02', 'message b', 'note m']);
});

it('leaves out notes of what is not loaded yet', () => {
  const input = { messages: [message('b', at(2, 9))], notes: [note('n', at(1, 10)), note('m', at(2, 10))] };
  expect(show({ ...input, whole: false })).toEqual(['day 2026-03-02', 'message b', 'note m']);
});

it('shows what is sent once, even when it comes back before the answer', () => {
  const messages = [message('a', at(2, 12), { text: 'hello' })];
  expect(show({ messages, outbox: [item('k', 'hello')] })).toEqual(['day 2026-03-02', 'message k']);
  expect(show({ messages, outbox: [item('k', 'other')] })).toEqual([
    'day 2026-03-02',
    'message a',
    'outbox k',
  ]);
});

it('shows the same words said twice twice', () => {
  const messages = [message('a', at(2, 12), { text: 'ok' })];
  expect(show({ messages, outbox: [item('k', 'ok'), item('l', 'ok')] })).toEqual([
    'day 2026-03-02',
    'message k',
    'outbox l',
  ]);
  expect(show({ messages, outbox: [item('k', 'ok', { state: 'waiting' })] })).toContain('outbox k');
});

it('marks where what was not read begins', () => {
  expect(show({ messages: [message('a', at(2, 9)), message('b', at(2, 10))], firstUnread: 'b' })).toEqual([
    'day 2026-03-02',
    'message a',
    'unread unread',
    'message b',
  ]);
});
