import { useEffect } from 'react';
import { createStore, useStore } from '@/lib/store';
import { onTyping, realtime } from '@/realtime/realtime';

/** Nobody says that they stopped: it fades. */
const FADES_AFTER = 5000;
const SAY_EVERY = 2500;

interface Typist {
  memberId: string;
  name: string;
  until: number;
}

const typists = createStore<Readonly<Record<string, readonly Typist[]>>>({});

function sweep(): void {
  const now = Date.now();
  typists.set((all) =>
    Object.fromEntries(
      Object.entries(all)
        .map(([id, those]) => [id, those.filter(({ until }) => until > now)] as const)
        .filter(([, those]) => those.length > 0),
    ),
  );
}

/** Of colleagues; not what the person types in another tab. */
export function followTyping(me: string | undefined): () => void {
  return onTyping(({ conversationId, memberId, name }) => {
    if (memberId === me) return;
    const until = Date.now() + FADES_AFTER;
    typists.set((all) => ({
      ...all,
      [conversationId]: [
        ...(all[conversationId] ?? []).filter((typist) => typist.memberId !== memberId),
        { memberId, name, until },
      ],
    }));
    setTimeout(sweep, FADES_AFTER + 50);
  });
}

const NOBODY: readonly Typist[] = [];

/** Colleagues who type in a conversation now. */
export function useTypists(conversation: string): readonly Typist[] {
  return useStore(typists)[conversation] ?? NOBODY;
}

let said = { conversation: '', at: 0 };

/** Says, not too often, that the person types here. */
export function sayTyping(conversation: string): void {
  const now = Date.now();
  if (said.conversation === conversation && now - said.at < SAY_EVERY) return;
  said = { conversation, at: now };
  realtime.type(conversation);
}

/** Somebody whose message has come does not type it any more. */
export function stoppedTyping(conversation: string, memberId: string | undefined): void {
  typists.set((all) => {
    const those = all[conversation];
    if (!those?.some((typist) => typist.memberId === memberId)) return all;
    return { ...all, [conversation]: those.filter((typist) => typist.memberId !== memberId) };
  });
}

export function useFollowTyping(me: string | undefined): void {
  useEffect(() => followTyping(me), [me]);
}
