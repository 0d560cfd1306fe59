import { createStore, del, delMany, get, keys, set } from 'idb-keyval';

/*
 * The files of what one person has not sent: too large for local storage, kept under the person as everything else
 * there is. Each function fails where the browser has no such storage.
 */
const store = createStore('tertulia-outbox', 'files');

const ownKey = (userId: string, id: string) => `${userId}.${id}`;

export async function readFile(userId: string, id: string): Promise<Blob | undefined> {
  return get<Blob>(ownKey(userId, id), store);
}

export async function keepFile(userId: string, id: string, file: Blob): Promise<void> {
  await set(ownKey(userId, id), file, store);
}

export async function dropFile(userId: string, id: string): Promise<void> {
  await del(ownKey(userId, id), store);
}

/** Removes all files of this person. */
export async function dropFilesOf(userId: string): Promise<void> {
  await dropFiles((key) => key.startsWith(ownKey(userId, '')));
}

/** Removes all files of everybody else. */
export async function dropFilesOfOthers(userId: string): Promise<void> {
  await dropFiles((key) => !key.startsWith(ownKey(userId, '')));
}

async function dropFiles(which: (key: string) => boolean): Promise<void> {
  const all = await keys(store);
  await delMany(
    all.filter((key) => typeof key === 'string' && which(key)),
    store,
  );
}
