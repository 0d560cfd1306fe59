import type { Channel, Conversation } from '@/api/types';

/** Channels that something can be sent by now. */
export function usableChannels(channels: readonly Channel[]): Channel[] {
  return channels.filter((channel) => !channel.disabled && channel.status !== 'disabled');
}

/** The conversation of a channel in which one may write freely, while the customer's message is young enough. */
export function openWindow(
  conversations: readonly Conversation[],
  channelId: string,
  now: Date,
): Conversation | undefined {
  return conversations.find(
    (conversation) =>
      conversation.channelId === channelId &&
      conversation.replyWindowEndsAt !== undefined &&
      new Date(conversation.replyWindowEndsAt) > now,
  );
}
