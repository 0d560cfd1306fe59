import type { components } from './schema';

/*
 * The schema marks nothing as given, although answers leave out only what is unset. `Given` says which fields of an
 * answer may be absent; the rest is there.
 */
type Schemas = components['schemas'];
export type Given<T, Absent extends keyof T = never> = Required<Omit<T, Absent>> & Pick<T, Absent>;

export type Identity = Given<Schemas['Identity'], 'phone' | 'userId'>;
export type ContactReference = Given<Omit<Schemas['ContactReference'], 'identity'>, 'name'> & {
  identity: Identity;
};

export type ConversationStatus = 'open' | 'pending' | 'snoozed' | 'resolved';
export type Conversation = Given<
  Omit<Schemas['Conversation'], 'contact' | 'status'>,
  | 'closeReason'
  | 'assigneeId'
  | 'lastMessageAt'
  | 'lastMessagePreview'
  | 'replyWindowEndsAt'
  | 'snoozedUntil'
  | 'firstResponseAt'
  | 'resolvedAt'
> & { contact: ContactReference; status: ConversationStatus };

/** What events say of the conversation in which something happened. */
export type ConversationReference = Pick<
  Conversation,
  'id' | 'channelId' | 'channelType' | 'status' | 'unreadCount'
> & {
  assigneeId?: string;
};

export type Attachment = Given<
  Schemas['Attachment'],
  'contentType' | 'fileName' | 'sizeBytes' | 'voice' | 'animated' | 'problem' | 'url'
>;
export type Sender = Given<Schemas['Sender'], 'id' | 'name'>;
export type Failure = Given<Schemas['Failure'], 'detail'>;
export type Reaction = Given<Schemas['Reaction']>;
export type MessageStatus = 'queued' | 'unknown' | 'sent' | 'failed' | 'delivered' | 'read' | 'received';
export type Message = Given<
  Omit<Schemas['Message'], 'sender' | 'attachments' | 'reactions' | 'error' | 'status' | 'direction'>,
  | 'text'
  | 'location'
  | 'contacts'
  | 'interactive'
  | 'template'
  | 'extra'
  | 'replyToId'
  | 'externalId'
  | 'providerTime'
  | 'editedAt'
  | 'deletedAt'
> & {
  direction: 'inbound' | 'outbound';
  status: MessageStatus;
  sender: Sender;
  attachments: Attachment[];
  reactions: Reaction[];
  error?: Failure;
};

export type SendMessageRequest = Schemas['SendMessageRequest'];
export type Label = Given<Schemas['LabelResponse']>;
export type Note = Given<Schemas['NoteResponse'], 'authorName'>;
export type Channel = Given<
  Schemas['ChannelResponse'],
  'lastError' | 'lastErrorAt' | 'checkedAt' | 'heldAt' | 'heldReason' | 'createdAt'
>;
export type TenantChoice = Given<Schemas['TenantChoice']>;
export type CurrentTenant = Given<Schemas['CurrentTenant']>;
export type Tenant = Given<Schemas['Tenant']>;
export type Me = Given<
  Omit<Schemas['Me'], 'user' | 'tenant' | 'tenants' | 'actor'>,
  'role' | 'preferences'
> & {
  actor: { id: string; name: string; memberId?: string };
  user: Given<Schemas['Person'], 'email' | 'givenName' | 'familyName' | 'avatarUrl' | 'phone'>;
  tenant?: CurrentTenant;
  tenants: TenantChoice[];
};

export interface Page<T> {
  items: T[];
  nextCursor?: string;
}
