import { beforeEach, expect, it, vi } from 'vitest';
import { api } from '@/api/client';
import { offlineProblem } from '@/api/problems';
import type { Conversation } from '@/api/types';
import { queryClient } from '@/app/queryClient';
import { pending } from '@/test/pending';
import { markRead } from './actions';
import { apply, knownConversation } from './live';
import { keys } from './queries';

const conversation = { id: 'c1', status: 'open', labels: [], unreadCount: 2 } as unknown as Conversation;

beforeEach(() => {
  queryClient.clear();
  queryClient.setQueryData(keys.conversation('c1'), conversation);
});

it('has a conversation unread again where the server was not told', async () => {
  vi.spyOn(api, 'POST').mockRejectedValue(offlineProblem());
  const read = markRead(conversation);
  expect(knownConversation('c1')?.unreadCount).toBe(0);
  expect(await read).toBe(false);
  expect(knownConversation('c1')?.unreadCount).toBe(2);
});

it('does not go back behind what was told while the server was asked', async () => {
  const { promise, resolve } = pending<never>();
  vi.spyOn(api, 'POST').mockReturnValue(promise);
  const read = markRead(conversation);
  apply([
    { type: 'conversation.updated', data: { conversation: { ...conversation, unreadCount: 1 } } } as never,
  ]);
  resolve({ data: { ...conversation, unreadCount: 0 } } as never);
  expect(await read).toBe(true);
  expect(knownConversation('c1')?.unreadCount).toBe(1);
});
