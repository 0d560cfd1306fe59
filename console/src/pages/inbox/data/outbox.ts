import { ApiProblem, problemText } from '@/api/problems';
import type { Message, Note, SendMessageRequest } from '@/api/types';
import { createStore, type Store } from '@/lib/store';
import { kept } from '@/lib/storage';
import { personalKey } from '@/lib/personal';
import type { FileStore } from './files';
import type { PickedFile } from './picked';
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

export interface OutboxFile extends PickedFile {
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
  /** What this machine had no room for, so that it is in memory alone. */
  private readonly unkept = new Set<string>();
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

  /** Also what another tab of the same person has under way: one of them at a time tries to send it. */
  private restore(): OutboxItem[] {
    return kept
      .keys(this.prefix)
      .map((key) => this.read(key.slice(this.prefix.length)))
      .filter((item) => item !== undefined)
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  }

  /** As it is kept on this machine. */
  private read(key: string): OutboxItem | undefined {
    const item = kept.json<OutboxItem>(this.prefix + key);
    if (!item) return undefined;
    // What was left by an earlier version has its file under its own key.
    const file = item.file && { ...item.file, id: item.file.id ?? item.key };
    const stale = this.now() - Date.parse(item.createdAt) > STALE_AFTER;
    return {
      ...item,
      ...(file && { file }),
      state: item.state === 'refused' ? 'refused' : stale ? 'stale' : 'waiting',
    };
  }

  /** Another tab sent or discarded it, or got further with it. */
  private readonly elsewhere = (event: StorageEvent): void => {
    if (event.key?.startsWith(this.prefix) !== true) return;
    const key = event.key.slice(this.prefix.length);
    if (this.find(key)?.state !== 'sending') this.lookAgain(key);
  };

  private lookAgain(key: string): void {
    const item = this.read(key);
    this.items.set((items) =>
      items.flatMap((one) => (one.key !== key ? [one] : item === undefined ? [] : [item])),
    );
  }

  /** Takes it and tries to send it. */
  add(item: Omit<OutboxItem, 'key' | 'createdAt' | 'state'>): OutboxItem {
    const added: OutboxItem = {
      ...item,
      key: crypto.randomUUID(),
      createdAt: new Date(this.now()).toISOString(),
      state: 'waiting',
    };
    this.change((items) => [...items, added]);
    this.flush();
    return added;
  }

  /** The file of an item, for showing it. */
  async file(key: string): Promise<Blob | undefined> {
    const file = this.find(key)?.file;
    return file && (await this.options.files.get(file.id));
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
    // At once: a second press finds nothing to try again.
    this.change((items) => [...items.filter((one) => one.key !== key), renewed]);
    this.flush();
  }

  /** Takes it away unsent. */
  discard(key: string): void {
    const item = this.takeBack(key);
    if (item) this.forgetFile(item);
  }

  /** Hands it back to where it was written: its words and, still kept, its file. */
  takeBack(key: string): OutboxItem | undefined {
    const item = this.find(key);
    this.change((items) => items.filter((one) => one.key !== key));
    return item;
  }

  /** The person signed out: nothing of theirs stays in memory, and nothing more is sent. */
  forget(): void {
    clearTimeout(this.retry);
    this.items.set([]);
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
        if (!(await alone(next.key, () => this.send(next.key)))) return;
      }
    } finally {
      this.busy.delete(conversation);
    }
  }

  /** Answers whether the next one may be tried. */
  private async send(key: string): Promise<boolean> {
    // Another tab may have sent it or uploaded its file while this one waited for its turn.
    if (!this.unkept.has(key)) this.lookAgain(key);
    const item = this.find(key);
    if (this.stopped || item?.state !== 'waiting') return true;
    this.patch(item.key, { state: 'sending' });
    try {
      const answer = await this.deliver(item);
      this.failures = 0;
      this.options.sent(item, answer);
      this.change((items) => items.filter((one) => one.key !== item.key));
      this.forgetFile(item);
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
    const blob = await this.options.files.get(file.id);
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
    if (text !== undefined && mute && this.find(item.key)) {
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
      if (before.includes(item)) continue;
      if (kept.set(this.prefix + item.key, JSON.stringify(item))) this.unkept.delete(item.key);
      else this.unkept.add(item.key);
    }
  }

  private forgetFile({ file }: OutboxItem): void {
    if (file) void this.options.files.remove(file.id).catch(() => undefined);
  }
}

/** Runs it while no other tab does. Where the browser has no locks, the key alone has to make a repeat harmless. */
async function alone<T>(key: string, run: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? await locks.request(`tertulia.outbox.${key}`, run) : await run();
}
