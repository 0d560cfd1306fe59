import { dropFilesOf, dropFilesOfOthers } from './ownFiles';
import { kept } from './storage';

/*
 * What one person typed and picked (drafts, files, messages waiting to be sent) is kept in local storage, its files in
 * IndexedDB, so that it survives a reload, a crash and an evening. It is never another person's: keys carry the user
 * and the tenant, signing out removes what is theirs, and whoever signs in next on the same machine removes what
 * somebody else left.
 */
const PREFIX = 'tertulia.own.';

/** Whose page this is, once that is known. */
let owner: string | undefined;
const forgetful = new Set<() => void>();

export function personalKey(userId: string, tenant: string, name: string): string {
  return `${PREFIX}${userId}.${tenant}.${name}`;
}

/** Who is here from now on. Removes what others left on this machine. */
export function forgetOthers(userId: string): void {
  owner = userId;
  for (const key of kept.keys(PREFIX)) {
    if (!key.startsWith(`${PREFIX}${userId}.`)) kept.remove(key);
  }
  void dropFilesOfOthers(userId).catch(() => undefined);
}

/** For what holds some of it in memory: it has to let go of that, or it would write it down again. */
export function onForget(listener: () => void): void {
  forgetful.add(listener);
}

/** Removes what this person typed and did not send: the words at once, the files when the promise is kept. */
export async function forgetOwn(userId = owner): Promise<void> {
  for (const listener of forgetful) listener();
  if (userId === undefined) return;
  for (const key of kept.keys(`${PREFIX}${userId}.`)) kept.remove(key);
  await dropFilesOf(userId).catch(() => undefined);
}

export function hasUnsent(userId: string): boolean {
  return kept.keys(`${PREFIX}${userId}.`).length > 0;
}
