import type { Conversation, ConversationReference, Failure, Message, MessageStatus } from '@/api/types';

/** What the socket tells, as docs/events.md has it. */
export type RealtimeEvent = { cursor: string; id: string; at: string } & (
  | {
      type: 'message.received' | 'message.queued';
      data: { message: Message; conversation: ConversationReference };
    }
  | {
      type: 'message.sent' | 'message.delivered' | 'message.read' | 'message.failed' | 'message.unknown';
      data: {
        messageId: string;
        externalId?: string;
        status: MessageStatus;
        error?: Failure;
        at: string;
        conversation: ConversationReference;
      };
    }
  | {
      type: 'message.reacted' | 'message.edited' | 'message.deleted' | 'message.attachment-changed';
      data: { message: Message; conversation: ConversationReference };
    }
  | {
      type:
        | 'conversation.opened'
        | 'conversation.assigned'
        | 'conversation.resolved'
        | 'conversation.reopened'
        | 'conversation.labelled'
        | 'conversation.updated';
      data: { conversation: Conversation; previousAssigneeId?: string; by?: string };
    }
  | {
      type: 'note.added' | 'note.changed';
      data: { noteId: string; authorId: string; at: string; conversation: ConversationReference };
    }
  | {
      type: 'channel.connected' | 'channel.failed';
      data: { channelId: string; type: string; name: string; status: string; error?: string };
    }
);

export interface Typing {
  conversationId: string;
  memberId: string;
  name: string;
}

export type Frame =
  | { type: 'ready'; cursor: string }
  | { type: 'resync'; cursor: string }
  | { type: 'typing'; data: Typing }
  | RealtimeEvent;

/** A frame, or undefined for what is none or of a kind unknown here. */
export function parseFrame(text: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as { type?: unknown };
    return typeof frame.type === 'string' ? (frame as Frame) : undefined;
  } catch {
    return undefined;
  }
}
