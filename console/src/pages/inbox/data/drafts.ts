import { useSyncExternalStore } from 'react';
import { personalKey } from '@/lib/personal';
import { kept } from '@/lib/storage';

/** What was begun in a conversation and not sent. */
export interface Draft {
  text: string;
  mode: 'reply' | 'note';
  replyToId?: string;
}

const EMPTY: Draft = { text: '', mode: 'reply' };
const WRITE_AFTER = 250;

/** The drafts of one person in one tenant: in memory at once, on this machine a moment later. */
export class Drafts {
  private readonly prefix: string;
  private readonly known = new Map<string, Draft>();
  private readonly listeners = new Set<() => void>();
  private readonly unwritten = new Set<string>();
  private writing: ReturnType<typeof setTimeout> | undefined;

  constructor(userId: string, tenant: string) {
    this.prefix = personalKey(userId, tenant, 'draft.');
    for (const key of kept.keys(this.prefix)) {
      const draft = kept.json<Draft>(key);
      if (draft && typeof draft.text === 'string') this.known.set(key.slice(this.prefix.length), draft);
    }
  }

  get(conversation: string): Draft {
    return this.known.get(conversation) ?? EMPTY;
  }

  set(conversation: string, draft: Draft): void {
    this.known.set(conversation, draft);
    this.unwritten.add(conversation);
    this.writing ??= setTimeout(() => this.write(), WRITE_AFTER);
    for (const listener of [...this.listeners]) listener();
  }

  clear(conversation: string): void {
    this.set(conversation, { ...EMPTY, mode: this.get(conversation).mode });
  }

  /** Writes what is not written yet: when the page goes away there is no later. */
  write(): void {
    clearTimeout(this.writing);
    this.writing = undefined;
    for (const conversation of this.unwritten) {
      const draft = this.known.get(conversation);
      if (draft && (draft.text !== '' || draft.replyToId !== undefined))
        kept.set(this.prefix + conversation, JSON.stringify(draft));
      else kept.remove(this.prefix + conversation);
    }
    this.unwritten.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export function useDraft(drafts: Drafts, conversation: string): Draft {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(conversation));
}
