import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Message, Note } from '@/api/types';
import { usePerson } from '@/app/me';
import { onForget } from '@/lib/personal';
import { onReady } from '@/realtime/realtime';
import { amend } from './cache';
import { Drafts } from './drafts';
import { fileStore } from './files';
import { putMessage } from './history';
import { changeHistory, followEvents } from './live';
import { Outbox, type OutboxItem } from './outbox';
import { Picked } from './picked';
import { keys } from './queries';
import { post } from './send';
import { useFollowTyping } from './typing';

/** What a person has on their desk: drafts with the files picked for them, and what waits to be sent. */
export interface Desk {
  drafts: Drafts;
  picked: Picked;
  outbox: Outbox;
}

/** One for each person and tenant while the page is there: two outboxes would upload the same file twice. */
const desks = new Map<string, Desk>();

function deskOf(userId: string, tenant: string): Desk {
  const key = `${userId}.${tenant}`;
  const known = desks.get(key);
  if (known) return known;
  const files = fileStore(userId);
  const desk = {
    drafts: new Drafts(userId, tenant),
    picked: new Picked(userId, tenant, files),
    outbox: new Outbox({ userId, tenant, post, files, sent }),
  };
  desks.set(key, desk);
  return desk;
}

onForget(() => {
  for (const { drafts, picked, outbox } of desks.values()) {
    drafts.forget();
    picked.forget();
    outbox.forget();
  }
});

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ children }: { children: ReactNode }) {
  const { me, tenant, memberId } = usePerson();
  const userId = me.user.id;
  const desk = useMemo(() => deskOf(userId, tenant.slug), [userId, tenant.slug]);
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
