import { ApiProblem, problemText } from '@/api/problems';
import type { Message, Note, SendMessageRequest } from '@/api/types';
import { createStore, type Store } from '@/lib/store';
import { kept } from '@/lib/storage';
import { personalKey } from '@/lib/personal';
import type { Post } from './send';

/*
 * What the person said and the server has not confirmed yet. It is shown at once, kept on this machine, and sent once
 * however often it is tried: each has its Idempotency-Key from the beginning. In a conversation one follows the other.
 */

export type OutboxState =
  /** Not tried yet, or to be tried again: there is no connection, or the server is busy. */
  | 'waiting'
  | 'sending'
  /** The server refused it; `problem` says why. The person decides. */
  | 'refused'
  /** It waited for so long that it may no longer be meant. The person decides. */
  | 'stale';

export interface OutboxFile {
  name: string;
  type: string;
  size: number;
  /** How far the upload is, 0 to 1. */
  progress?: number;
  attachmentId?: string;
}

export interface OutboxItem {
  key: string;
  conversationId: string;
  createdAt: string;
  state: OutboxState;
  /** A note for colleagues; else a message. */
  note?: string;
  body?: SendMessageRequest;
  file?: OutboxFile;
  problem?: string;
  code?: string;
}

/** Where files wait; they are too large for what is kept as text. */
export interface FileStore {
  get: (key: string) => Promise<Blob | undefined>;
  set: (key: string, file: Blob) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

export interface OutboxOptions {
  userId: string;
  tenant: string;
  post: Post;
  files: FileStore;
  /** The server has taken it. */
  sent: (item: OutboxItem, answer: Message | Note) => void;
  now?: () => number;
}

/** The server remembers keys for 24 h; nothing is tried by itself when they may be forgotten. */
const STALE_AFTER = 20 * 3_600_000;
const RETRY_FIRST = 1000;
const RETRY_LONGEST = 30_000;

export class Outbox {
  readonly items: Store<readonly OutboxItem[]>;
  private readonly options: OutboxOptions;
  private readonly prefix: string;
  private readonly busy = new Set<string>();
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(options: OutboxOptions) {
    this.options = options;
    this.prefix = personalKey(options.userId, options.tenant, 'outbox.');
    window.addEventListener('storage', this.elsewhere);
    this.items = createStore<readonly OutboxItem[]>(this.restore());
  }

  private now(): number {
    return this.options.now?.() ?? Date.now();
  }

  /** Also what another tab of the same person has under way: sending it twice sends it once. */
  private restore(): OutboxItem[] {
    return kept
      .keys(this.prefix)
      .map((key) => kept.json<OutboxItem>(key))
      .filter((item) => item !== undefined)
      .map((item) => {
        if (item.state === 'refused') return item;
        const stale = this.now() - Date.parse(item.createdAt) > STALE_AFTER;
        return { ...item, state: stale ? ('stale' as const) : ('waiting' as const) };
      })
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  }

  /** Another tab sent or discarded it. */
  private readonly elsewhere = (event: StorageEvent): void => {
    if (event.key?.startsWith(this.prefix) !== true || event.newValue !== null) return;
    const key = event.key.slice(this.prefix.length);
    if (this.find(key)?.state !== 'sending')
      this.items.set((items) => items.filter((item) => item.key !== key));
  };

  /** Takes it and tries to send it. */
  add(item: Omit<OutboxItem, 'key' | 'createdAt' | 'state'>, file?: Blob): OutboxItem {
    const added: OutboxItem = {
      ...item,
      key: crypto.randomUUID(),
      createdAt: new Date(this.now()).toISOString(),
      state: 'waiting',
    };
    if (file) this.files.set(added.key, file);
    this.change((items) => [...items, added]);
    if (file) {
      void this.options.files
        .set(added.key, file)
        // What cannot be kept can still be sent from memory.
        .catch(() => undefined)
        .then(() => this.flush());
    } else {
      this.flush();
    }
    return added;
  }

  private readonly files = new Map<string, Blob>();

  /** The file of an item, for showing it. */
  async file(key: string): Promise<Blob | undefined> {
    return this.files.get(key) ?? (await this.options.files.get(key));
  }

  /** Tries a refused or stale one again, as something new. */
  again(key: string): void {
    const item = this.find(key);
    if (!item) return;
    const { problem: _problem, code: _code, ...rest } = item;
    const renewed: OutboxItem = {
      ...rest,
      // What the server refused is not remembered under its key; what is stale may have been forgotten.
      key: crypto.randomUUID(),
      createdAt: new Date(this.now()).toISOString(),
      state: 'waiting',
    };
    const file = this.files.get(key);
    void (async () => {
      const blob = file ?? (item.file ? await this.options.files.get(key) : undefined);
      if (blob) {
        this.files.set(renewed.key, blob);
        await this.options.files.set(renewed.key, blob).catch(() => undefined);
      }
      this.change((items) => [...items.filter((one) => one.key !== key), renewed]);
      this.forgetFile(key);
      this.flush();
    })();
  }

  /** Takes it away unsent; answers it, so that its words can go back to where they were written. */
  discard(key: string): OutboxItem | undefined {
    const item = this.find(key);
    this.change((items) => items.filter((one) => one.key !== key));
    this.forgetFile(key);
    return item;
  }

  /** Sends what waits, each conversation in its order. */
  flush(): void {
    if (this.stopped) return;
    this.failures = 0;
    this.flushAll();
  }

  private flushAll(): void {
    clearTimeout(this.retry);
    for (const conversation of new Set(this.items.get().map(({ conversationId }) => conversationId))) {
      void this.flushConversation(conversation);
    }
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener('storage', this.elsewhere);
    clearTimeout(this.retry);
  }

  private async flushConversation(conversation: string): Promise<void> {
    if (this.busy.has(conversation)) return;
    this.busy.add(conversation);
    try {
      for (;;) {
        const next = this.items
          .get()
          .find((item) => item.conversationId === conversation && item.state === 'waiting');
        if (!next || this.stopped) return;
        if (!(await this.send(next))) return;
      }
    } finally {
      this.busy.delete(conversation);
    }
  }

  /** Answers whether the next one may be tried. */
  private async send(item: OutboxItem): Promise<boolean> {
    this.patch(item.key, { state: 'sending' });
    try {
      const answer = await this.deliver(item);
      this.failures = 0;
      this.options.sent(item, answer);
      this.change((items) => items.filter((one) => one.key !== item.key));
      this.forgetFile(item.key);
      return true;
    } catch (failure) {
      if (failure instanceof ApiProblem && (failure.passing || failure.status === 401)) {
        this.patch(item.key, { state: 'waiting' });
        this.tryLater(failure.retryAfter);
        return false;
      }
      const code = failure instanceof ApiProblem ? failure.code : undefined;
      this.patch(item.key, {
        state: 'refused',
        problem: problemText(failure),
        ...(code !== undefined && { code }),
      });
      return true;
    }
  }

  private async deliver(item: OutboxItem): Promise<Message | Note> {
    const { post } = this.options;
    if (item.note !== undefined) return post.note(item.conversationId, item.note, item.key);
    const body = item.file ? await this.withFile(item, item.file) : item.body;
    return post.message(item.conversationId, body ?? { kind: 'text' }, item.key);
  }

  /** The message with its file, which is uploaded once: a repeat has to say the same. */
  private async withFile(item: OutboxItem, file: OutboxFile): Promise<SendMessageRequest> {
    const body = item.body ?? { kind: 'document' };
    if (file.attachmentId !== undefined) return body;
    const blob = await this.file(item.key);
    if (!blob) throw new ApiProblem(410, { type: '/problems/file-gone' });
    let shown = 0;
    const stored = await this.options.post.upload(blob, file.name, undefined, (progress) => {
      // Rendering each packet would be busier than the upload.
      if (progress - shown < 0.05 && progress < 1) return;
      shown = progress;
      this.patch(item.key, { file: { ...file, progress } }, false);
    });
    // What it is the server sees by its bytes, and the message has to say the same.
    const { text, ...rest } = body;
    const mute = stored.kind === 'audio' || stored.kind === 'sticker';
    const sent: SendMessageRequest = {
      ...rest,
      kind: stored.kind,
      attachmentIds: [stored.id],
      ...(text !== undefined && !mute && { text }),
    };
    this.patch(item.key, { file: { ...file, progress: 1, attachmentId: stored.id }, body: sent });
    // WhatsApp has no words below a voice; they follow it.
    if (text !== undefined && mute) {
      this.add({ conversationId: item.conversationId, body: { kind: 'text', text } });
    }
    return sent;
  }

  private tryLater(after: number | undefined): void {
    this.failures++;
    const pause =
      after === undefined ? Math.min(RETRY_LONGEST, RETRY_FIRST * 2 ** (this.failures - 1)) : after * 1000;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.flushAll(), pause);
  }

  private find(key: string): OutboxItem | undefined {
    return this.items.get().find((item) => item.key === key);
  }

  private patch(key: string, change: Partial<OutboxItem>, keep = true): void {
    this.change((items) => items.map((item) => (item.key === key ? { ...item, ...change } : item)), keep);
  }

  private change(change: (items: readonly OutboxItem[]) => readonly OutboxItem[], keep = true): void {
    const before = this.items.get();
    this.items.set(change);
    if (!keep) return;
    const after = this.items.get();
    for (const { key } of before) {
      if (!after.some((item) => item.key === key)) kept.remove(this.prefix + key);
    }
    for (const item of after) {
      if (!before.includes(item)) kept.set(this.prefix + item.key, JSON.stringify(item));
    }
  }

  private forgetFile(key: string): void {
    this.files.delete(key);
    void this.options.files.remove(key).catch(() => undefined);
  }
}
