import i18n from 'i18next';
import { api, data } from '@/api/client';
import type { Conversation, Message } from '@/api/types';
import { queryClient } from '@/app/queryClient';
import { toast, toastProblem } from '@/ui';
import { putMessage } from './history';
import { changeHistory, knownConversation, putConversation, timesTold } from './live';
import { keys } from './queries';

/*
 * What a person does with a conversation: shown at once, then as the server answers, and taken back with a word where
 * it refuses.
 */

type Answer = Promise<{ data?: unknown }>;

async function change(
  conversation: Conversation,
  expected: (now: Conversation) => Conversation,
  call: () => Answer,
): Promise<Conversation | undefined> {
  const before = knownConversation(conversation.id) ?? conversation;
  putConversation(expected(before));
  const told = timesTold(conversation.id);
  try {
    const answer = (await data(call())) as Conversation;
    if (answer.id !== conversation.id) putConversation(answer);
    else putAnswer(answer, told);
    void queryClient.invalidateQueries({ queryKey: keys.counts });
    return answer;
  } catch (failure) {
    putConversation(before);
    toastProblem(failure);
    return undefined;
  }
}

/** As the server answers; unless it told something since, which may be newer, and tells of this as well. */
function putAnswer(answer: Conversation, told: number): void {
  if (timesTold(answer.id) === told) putConversation(answer);
}

const path = ({ id }: Conversation) => ({ params: { path: { id } } });

export async function assign(conversation: Conversation, memberId: string | undefined): Promise<boolean> {
  const changed = await change(
    conversation,
    ({ assigneeId: _before, ...rest }) => ({
      ...rest,
      ...(memberId !== undefined && { assigneeId: memberId }),
    }),
    () =>
      api.POST('/api/v1/conversations/{id}/assign', {
        ...path(conversation),
        body: memberId === undefined ? {} : { memberId },
      }),
  );
  return changed !== undefined;
}

/** With a way back for as long as the toast is there. */
export async function resolve(conversation: Conversation): Promise<void> {
  const changed = await change(
    conversation,
    (now) => ({ ...now, status: 'resolved' }),
    () => api.POST('/api/v1/conversations/{id}/resolve', { ...path(conversation), body: {} }),
  );
  if (!changed) return;
  toast(i18n.t('inbox:actions.resolved', { name: contactName(conversation) }), {
    tone: 'success',
    action: {
      label: i18n.t('actions.undo'),
      shortcut: 'Z',
      run: () => void reopen(changed),
    },
  });
}

/** Answers the conversation that is open now, which may be a newer one with the same person. */
export function reopen(conversation: Conversation): Promise<Conversation | undefined> {
  return change(
    conversation,
    (now) => ({ ...now, status: 'open' }),
    () => api.POST('/api/v1/conversations/{id}/reopen', path(conversation)),
  );
}

export async function snooze(conversation: Conversation, until: Date): Promise<void> {
  const changed = await change(
    conversation,
    (now) => ({ ...now, status: 'snoozed', snoozedUntil: until.toISOString() }),
    () =>
      api.POST('/api/v1/conversations/{id}/snooze', {
        ...path(conversation),
        body: { until: until.toISOString() },
      }),
  );
  if (!changed) return;
  toast(i18n.t('inbox:actions.snoozed', { name: contactName(conversation) }), {
    action: { label: i18n.t('actions.undo'), shortcut: 'Z', run: () => void reopen(changed) },
  });
}

export function label(conversation: Conversation, labelIds: readonly string[]): Promise<unknown> {
  return change(
    conversation,
    (now) => ({ ...now, labels: [...labelIds] }),
    () =>
      api.PUT('/api/v1/conversations/{id}/labels', {
        ...path(conversation),
        body: { labelIds: [...labelIds] },
      }),
  );
}

/** In silence: nobody asked for it in words. Where it fails it is unread again, for the next look to try. */
export async function markRead(conversation: Conversation): Promise<boolean> {
  putConversation({ ...conversation, unreadCount: 0 });
  const told = timesTold(conversation.id);
  try {
    const call = api.POST('/api/v1/conversations/{id}/read', path(conversation));
    putAnswer((await data(call)) as Conversation, told);
    return true;
  } catch {
    const now = knownConversation(conversation.id);
    if (now?.unreadCount === 0 && timesTold(conversation.id) === told) {
      putConversation({ ...now, unreadCount: conversation.unreadCount });
    }
    return false;
  }
}

export async function retryMessage(message: Message, key: string): Promise<void> {
  try {
    const sent = (await data(
      api.POST('/api/v1/messages/{id}/retry', {
        params: { path: { id: message.id }, header: { 'Idempotency-Key': key } },
      }),
    )) as unknown as Message;
    changeHistory(message.conversationId, (history) =>
      putMessage(putMessage(history, { ...message, extra: { ...message.extra, retriedAs: sent.id } }), sent),
    );
  } catch (failure) {
    toastProblem(failure);
  }
}

/** Takes back what is still queued. */
export async function cancelMessage(message: Message): Promise<void> {
  try {
    await api.DELETE('/api/v1/messages/{id}', { params: { path: { id: message.id } } });
  } catch (failure) {
    toastProblem(failure);
  }
}

/** An empty emoji takes ours back. */
export async function react(message: Message, emoji: string, memberId: string | undefined): Promise<void> {
  const sender = memberId ?? '';
  const others = message.reactions.filter((reaction) => reaction.sender === 'contact');
  changeHistory(message.conversationId, (history) =>
    putMessage(history, {
      ...message,
      reactions: emoji === '' ? others : [...others, { emoji, sender, at: new Date().toISOString() }],
    }),
  );
  try {
    await api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id: message.conversationId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { kind: 'reaction', targetId: message.id, ...(emoji !== '' && { emoji }) },
    });
  } catch (failure) {
    changeHistory(message.conversationId, (history) => putMessage(history, message));
    toastProblem(failure);
  }
}

export function contactName(conversation: Conversation): string {
  const { contact } = conversation;
  return contact.name ?? contact.identity.phone ?? contact.identity.value;
}
