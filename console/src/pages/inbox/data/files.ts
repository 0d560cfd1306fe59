import { createStore, del, get, keys, set } from 'idb-keyval';
import type { FileStore } from './outbox';

/** Files that wait to be sent, of one person; whoever signs in next removes them. */
export function fileStore(userId: string): FileStore {
  const store = createStore('tertulia-outbox', 'files');
  const own = `${userId}.`;
  void keys(store)
    .then((all) =>
      Promise.all(
        all.filter((key) => typeof key === 'string' && !key.startsWith(own)).map((key) => del(key, store)),
      ),
    )
    .catch(() => undefined);
  return {
    get: (key) => get<Blob>(own + key, store),
    set: (key, file) => set(own + key, file, store),
    remove: (key) => del(own + key, store),
  };
}
