import { kept } from './storage';

/*
 * What one person typed (drafts, messages waiting to be sent) is kept in local storage so that it survives a reload, a
 * crash and an evening. It is never another person's: keys carry the user and the tenant, signing out removes what is
 * theirs, and whoever signs in next on the same machine removes what somebody else left.
 */
const PREFIX = 'tertulia.own.';

export function personalKey(userId: string, tenant: string, name: string): string {
  return `${PREFIX}${userId}.${tenant}.${name}`;
}

/** Removes what others left on this machine. */
export function forgetOthers(userId: string): void {
  for (const key of kept.keys(PREFIX)) {
    if (!key.startsWith(`${PREFIX}${userId}.`)) kept.remove(key);
  }
}

/** Removes what this person typed and did not send. */
export function forgetOwn(userId: string): void {
  for (const key of kept.keys(`${PREFIX}${userId}.`)) kept.remove(key);
}

export function hasUnsent(userId: string): boolean {
  return kept.keys(`${PREFIX}${userId}.`).length > 0;
}
