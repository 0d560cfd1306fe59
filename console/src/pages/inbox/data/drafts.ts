import { useSyncExternalStore } from 'react';
import { personalKey } from '@/lib/personal';
import { kept } from '@/lib/storage';

/** What was begun in a conversation and not sent. */
export interface Draft {
  /** Of this mode alone. */
  text: string;
  mode: 'reply' | 'note';
  /** What was begun in the other mode: turning to the reply never brings a note's words along. */
  aside?: string;
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
    this.tell();
  }

  /** Goes over to writing a note, or back: each has its own words. */
  turn(conversation: string, mode: Draft['mode']): void {
    const { text, aside = '', ...rest } = this.get(conversation);
    if (rest.mode === mode) return;
    this.set(conversation, { ...rest, mode, text: aside, ...(text !== '' && { aside: text }) });
  }

  /** What was sent; a reply begun beside a note stays. */
  clear(conversation: string): void {
    const { mode, aside, replyToId } = this.get(conversation);
    this.set(conversation, {
      ...EMPTY,
      mode,
      ...(aside !== undefined && { aside }),
      ...(mode === 'note' && replyToId !== undefined && { replyToId }),
    });
  }

  /** The person signed out: nothing of theirs stays in memory, and nothing is written any more. */
  forget(): void {
    clearTimeout(this.writing);
    this.writing = undefined;
    this.unwritten.clear();
    this.known.clear();
    this.tell();
  }

  /** Writes what is not written yet: when the page goes away there is no later. */
  write(): void {
    clearTimeout(this.writing);
    this.writing = undefined;
    for (const conversation of this.unwritten) {
      const draft = this.known.get(conversation);
      if (draft && (draft.text !== '' || draft.aside !== undefined || draft.replyToId !== undefined))
        kept.set(this.prefix + conversation, JSON.stringify(draft));
      else kept.remove(this.prefix + conversation);
    }
    this.unwritten.clear();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export function useDraft(drafts: Drafts, conversation: string): Draft {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(conversation));
}
