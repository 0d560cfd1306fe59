import { dropFile, keepFile, readFile } from '@/lib/ownFiles';

/** Files that were picked or wait to be sent, each under an id of its own wherever it goes. */
export interface FileStore {
  get: (id: string) => Promise<Blob | undefined>;
  /** There at once, and on this machine a moment later. */
  set: (id: string, file: Blob) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

export function fileStore(userId: string): FileStore {
  const unwritten = new Map<string, Blob>();
  return {
    get: async (id) => unwritten.get(id) ?? (await readFile(userId, id)),
    set: async (id, file) => {
      unwritten.set(id, file);
      await keepFile(userId, id, file).then(
        () => unwritten.delete(id),
        // What cannot be kept can still be sent from memory.
        () => undefined,
      );
    },
    remove: async (id) => {
      unwritten.delete(id);
      await dropFile(userId, id).catch(() => undefined);
    },
  };
}
