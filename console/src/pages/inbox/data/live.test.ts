import { QueryObserver } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Conversation, Message } from '@/api/types';
import { personKeys } from '@/app/me';
import { queryClient } from '@/app/queryClient';
import type { RealtimeEvent } from '@/realtime/events';
import { realtime } from '@/realtime/realtime';
import { pending } from '@/test/pending';
import type { History } from './history';
import type { ConversationList } from './list';
import { apply, followEvents } from './live';
import { keys } from './queries';
import { followTyping, useTypists } from './typing';

const conversation = (more: Partial<Conversation> = {}) =>
  ({
    id: 'c1',
    status: 'open',
    labels: [],
    unreadCount: 0,
    createdAt: '2026-03-01T00:00:00Z',
    ...more,
  }) as unknown as Conversation;

const message = (sequence: number, more: Partial<Message> = {}) =>
  ({
    id: `m${sequence}`,
    conversationId: 'c1',
    direction: 'inbound',
    kind: 'text',
    text: `Say ${sequence}`,
    status: 'received',
    sender: { type: 'contact', id: 'lucia' },
    attachments: [],
    createdAt: '2026-03-01T10:00:00Z',
    sequence,
    ...more,
  }) as unknown as Message;

const event = (type: RealtimeEvent['type'], data: unknown) => ({ type, data }) as RealtimeEvent;
const received = (sequence: number) =>
  event('message.received', { message: message(sequence), conversation: conversation({ unreadCount: 1 }) });
const assigned = (assigneeId: string, previousAssigneeId?: string) =>
  event('conversation.assigned', { conversation: conversation({ assigneeId }), previousAssigneeId });

const list = () => queryClient.getQueryData<ConversationList>(keys.list({}))?.items;
const said = () => queryClient.getQueryData<History>(keys.history('c1'))?.items.map(({ id }) => id);

followEvents();
beforeEach(() => {
  queryClient.clear();
  queryClient.setQueryData(personKeys.me, {
    actor: { memberId: 'ana' },
    permissions: ['conversations:read', 'conversations:read-unassigned'],
  });
});

it('keeps up what nobody looks at just now', () => {
  queryClient.setQueryData<ConversationList>(keys.list({}), { items: [conversation()] });
  queryClient.setQueryData<History>(keys.history('c1'), { items: [message(1)] });
  apply([received(2)]);
  expect(list()?.[0]).toMatchObject({ unreadCount: 1, lastMessagePreview: 'Say 2' });
  expect(said()).toEqual(['m1', 'm2']);
});

it('keeps what came while a conversation was opened', async () => {
  const { promise, resolve } = pending<History>();
  const opened = queryClient.fetchQuery({ queryKey: keys.history('c1'), queryFn: () => promise });
  apply([received(2)]);
  resolve({ items: [message(1)] });
  await opened;
  expect(said()).toEqual(['m1', 'm2']);
});

it('takes away what was given to somebody whose conversations one does not see', () => {
  queryClient.setQueryData<ConversationList>(keys.list({}), { items: [conversation()] });
  queryClient.setQueryData<History>(keys.history('c1'), { items: [message(1)] });
  apply([assigned('ben')]);
  expect(list()).toEqual([]);
  expect(said()).toBeUndefined();
});

it('asks again for what comes back into sight: it may have missed something', () => {
  queryClient.setQueryData<History>(keys.history('c1'), { items: [message(1)] });
  apply([assigned('ana')]);
  expect(queryClient.getQueryState(keys.history('c1'))?.isInvalidated).toBe(false);
  apply([assigned('ana', 'ben')]);
  expect(queryClient.getQueryState(keys.history('c1'))?.isInvalidated).toBe(true);
});

it('knows that whoever has said it types it no longer, and that oneself is no colleague', () => {
  const stop = followTyping('ana');
  const hear = (memberId: string) =>
    realtime['handlers'].typing({ conversationId: 'c1', memberId, name: memberId });
  hear('ana');
  hear('ben');
  const typists = renderHook(() => useTypists('c1'));
  expect(typists.result.current.map(({ name }) => name)).toEqual(['ben']);
  apply([
    event('message.queued', {
      message: message(2, { direction: 'outbound', sender: { type: 'agent', id: 'ben' } }),
      conversation: conversation(),
    }),
  ]);
  typists.rerender();
  expect(typists.result.current).toEqual([]);
  stop();
});

it('leaves what an answer knows better, when a message came while it was asked for', async () => {
  queryClient.setQueryData<ConversationList>(keys.list({}), { items: [conversation()] });
  const { promise, resolve } = pending<ConversationList>();
  const asked = queryClient.fetchQuery({ queryKey: keys.list({}), queryFn: () => promise, staleTime: 0 });
  apply([received(2)]);
  resolve({ items: [conversation({ labels: ['vip'] })] });
  await asked;
  expect(list()?.[0]).toMatchObject({ labels: ['vip'], unreadCount: 1 });
});

it('lets a list that is being asked for be answered, however much comes', async () => {
  vi.useFakeTimers();
  queryClient.setQueryData<ConversationList>(keys.list({}), { items: [] });
  const signals: AbortSignal[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey: keys.list({}),
    queryFn: ({ signal }) => {
      signals.push(signal);
      return new Promise<ConversationList>(() => undefined);
    },
    staleTime: Infinity,
  });
  const stop = observer.subscribe(() => undefined);
  try {
    for (let times = 0; times < 3; times++) {
      apply([received(times)]);
      await vi.advanceTimersByTimeAsync(1500);
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  } finally {
    stop();
    vi.useRealTimers();
  }
});
