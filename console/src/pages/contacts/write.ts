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

/** The channel to begin with: where one may write freely, else where they spoke before, else one that can send templates. */
export function firstChannel(
  channels: readonly Channel[],
  conversations: readonly Conversation[],
  now: Date,
): Channel | undefined {
  const works = ({ status }: Channel) => status === 'connected';
  return (
    channels.find(({ id }) => openWindow(conversations, id, now)) ??
    channels.find((one) => works(one) && conversations.some(({ channelId }) => channelId === one.id)) ??
    channels.find((one) => works(one) && one.settings.businessAccountId !== undefined) ??
    channels.find(works) ??
    channels[0]
  );
}
