import { expect, it } from 'vitest';
import type { Conversation } from '@/api/types';
import { openWindow } from './write';

const now = new Date('2026-03-01T12:00:00Z');

function conversation(id: string, channelId: string, replyWindowEndsAt?: string): Conversation {
  return { id, channelId, replyWindowEndsAt } as Conversation;
}

it('finds where one may write freely, by channel', () => {
  const all = [
    conversation('old', 'a', '2026-03-01T11:59:59Z'),
    conversation('other', 'b', '2026-03-02T00:00:00Z'),
    conversation('open', 'a', '2026-03-02T00:00:00Z'),
    conversation('begun', 'a'),
  ];
  expect(openWindow(all, 'a', now)?.id).toBe('open');
  expect(openWindow(all, 'c', now)).toBeUndefined();
});
