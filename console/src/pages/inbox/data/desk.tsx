import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Message, Note } from '@/api/types';
import { usePerson } from '@/app/me';
import { onReady } from '@/realtime/realtime';
import { amend } from './cache';
import { Drafts } from './drafts';
import { fileStore } from './files';
import { putMessage } from './history';
import { changeHistory, followEvents } from './live';
import { Outbox, type OutboxItem } from './outbox';
import { keys } from './queries';
import { post } from './send';
import { useFollowTyping } from './typing';

/** What a person has on their desk: drafts, and what waits to be sent. */
export interface Desk {
  drafts: Drafts;
  outbox: Outbox;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ children }: { children: ReactNode }) {
  const { me, tenant, memberId } = usePerson();
  const userId = me.user.id;
  const desk = useMemo<Desk>(
    () => ({
      drafts: new Drafts(userId, tenant.slug),
      outbox: new Outbox({ userId, tenant: tenant.slug, post, files: fileStore(userId), sent }),
    }),
    [userId, tenant.slug],
  );
  useEffect(followEvents, []);
  useFollowTyping(memberId);
  useEffect(() => {
    const { drafts, outbox } = desk;
    const flush = () => outbox.flush();
    const write = () => drafts.write();
    const stopFollowing = onReady(flush);
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', write);
    flush();
    return () => {
      stopFollowing();
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [desk]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** What was sent takes the place of what was shown in advance. */
function sent(item: OutboxItem, answer: Message | Note): void {
  if (item.note !== undefined) {
    amend<Note[]>(keys.notes(item.conversationId), (notes) =>
      notes.some(({ id }) => id === answer.id) ? notes : [...notes, answer as Note],
    );
    return;
  }
  changeHistory(item.conversationId, (history) => putMessage(history, answer as Message));
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('Only in the inbox');
  return desk;
}
