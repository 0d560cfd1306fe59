import { useSyncExternalStore } from 'react';
import { personalKey } from '@/lib/personal';
import { kept } from '@/lib/storage';
import type { FileStore } from './files';

export interface PickedFile {
  /** Under what its bytes are kept. */
  id: string;
  name: string;
  type: string;
  size: number;
}

const NONE: readonly PickedFile[] = [];

/** The files picked in a conversation and not sent, of one person in one tenant: there again after a reload. */
export class Picked {
  private readonly prefix: string;
  private readonly files: FileStore;
  private readonly known = new Map<string, readonly PickedFile[]>();
  private readonly listeners = new Set<() => void>();

  constructor(userId: string, tenant: string, files: FileStore) {
    this.prefix = personalKey(userId, tenant, 'picked.');
    this.files = files;
    for (const key of kept.keys(this.prefix)) this.read(key);
    window.addEventListener('storage', this.elsewhere);
  }

  get(conversation: string): readonly PickedFile[] {
    return this.known.get(conversation) ?? NONE;
  }

  file(id: string): Promise<Blob | undefined> {
    return this.files.get(id);
  }

  add(conversation: string, files: readonly File[]): void {
    const added = files.map((file) => {
      const id = crypto.randomUUID();
      void this.files.set(id, file);
      return { id, name: file.name, type: file.type, size: file.size };
    });
    this.set(conversation, [...this.get(conversation), ...added]);
  }

  /** Takes back what was to be sent; its bytes are kept already. */
  takeBack(conversation: string, { id, name, type, size }: PickedFile): void {
    this.set(conversation, [{ id, name, type, size }, ...this.get(conversation)]);
  }

  remove(conversation: string, id: string): void {
    this.set(
      conversation,
      this.get(conversation).filter((file) => file.id !== id),
    );
    void this.files.remove(id);
  }

  /** They are on their way: whoever sends them has their bytes now. */
  handOver(conversation: string): void {
    this.set(conversation, NONE);
  }

  /** The person signed out: nothing of theirs stays in memory. */
  forget(): void {
    this.known.clear();
    this.tell();
  }

  private set(conversation: string, files: readonly PickedFile[]): void {
    this.known.set(conversation, files);
    const key = this.prefix + conversation;
    if (files.length > 0) kept.set(key, JSON.stringify(files));
    else kept.remove(key);
    this.tell();
  }

  private read(key: string): void {
    const files = kept.json<PickedFile[]>(key);
    this.known.set(key.slice(this.prefix.length), Array.isArray(files) ? files : NONE);
  }

  /** Another tab picked, sent or removed some: bytes that are gone there are not offered here. */
  private readonly elsewhere = (event: StorageEvent): void => {
    if (event.key?.startsWith(this.prefix) !== true) return;
    this.read(event.key);
    this.tell();
  };

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export function usePicked(picked: Picked, conversation: string): readonly PickedFile[] {
  return useSyncExternalStore(picked.subscribe, () => picked.get(conversation));
}
