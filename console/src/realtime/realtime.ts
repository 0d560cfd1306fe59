import { useEffect } from 'react';
import { api, data } from '@/api/client';
import { useStore } from '@/lib/store';
import { RealtimeConnection } from './connection';
import type { RealtimeEvent, Typing } from './events';

type Listener<T> = (value: T) => void;

const eventListeners = new Set<Listener<RealtimeEvent[]>>();
const typingListeners = new Set<Listener<Typing>>();
const resyncListeners = new Set<Listener<void>>();
const readyListeners = new Set<Listener<void>>();

function tell<T>(listeners: Set<Listener<T>>, value: T): void {
  for (const listener of [...listeners]) listener(value);
}

function socketUrl(): string {
  const url = new URL('/api/v1/realtime', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** The one connection of this tab. Began by the shell once somebody is signed in. */
export const realtime = new RealtimeConnection(socketUrl(), {
  ticket: async () => {
    const made = await data(api.POST('/api/v1/realtime/tickets'));
    return (made as unknown as { ticket: string }).ticket;
  },
  events: (events) => tell(eventListeners, events),
  typing: (typing) => tell(typingListeners, typing),
  resync: () => tell(resyncListeners, undefined),
  ready: () => tell(readyListeners, undefined),
});

function follow<T>(listeners: Set<Listener<T>>, listener: Listener<T>): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const onEvents = (listener: Listener<RealtimeEvent[]>) => follow(eventListeners, listener);
export const onTyping = (listener: Listener<Typing>) => follow(typingListeners, listener);
export const onResync = (listener: () => void) => follow<void>(resyncListeners, listener);
export const onReady = (listener: () => void) => follow<void>(readyListeners, listener);

export function useConnection() {
  return useStore(realtime.state);
}

/** Calls for each batch of events while the component is there. The listener should be stable. */
export function useRealtimeEvents(listener: Listener<RealtimeEvent[]>): void {
  useEffect(() => onEvents(listener), [listener]);
}
