import { expect, it } from 'vitest';
import type { Channel, Conversation } from '@/api/types';
import { firstChannel, openWindow } from './write';

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

it('begins with the channel that is likely meant', () => {
  const channel = (id: string, status: string, businessAccountId?: string) =>
    ({ id, status, settings: { phoneNumberId: id, businessAccountId } }) as Channel;
  const channels = [channel('a', 'failed', '1'), channel('b', 'connected'), channel('c', 'connected', '1')];
  const open = conversation('1', 'a', '2026-03-02T00:00:00Z');
  expect(firstChannel(channels, [open], now)?.id).toBe('a');
  expect(firstChannel(channels, [conversation('1', 'b')], now)?.id).toBe('b');
  expect(firstChannel(channels, [], now)?.id).toBe('c');
  expect(firstChannel([channel('a', 'failed')], [], now)?.id).toBe('a');
  expect(firstChannel([], [], now)).toBeUndefined();
});
