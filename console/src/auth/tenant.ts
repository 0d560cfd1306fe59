import { kept } from '@/lib/storage';

/*
 * Which tenant this tab works in, for people of several. Each tab has its own; a new one begins where this person was
 * last.
 */
let tenant: string | undefined;

const key = (userId: string) => `tertulia.tenant.${userId}`;

export function currentTenant(): string | undefined {
  return tenant;
}

export function rememberedTenant(userId: string): string | undefined {
  return sessionStorage.getItem(key(userId)) ?? kept.get(key(userId)) ?? undefined;
}

export function chooseTenant(userId: string, slug: string): void {
  tenant = slug;
  sessionStorage.setItem(key(userId), slug);
  kept.set(key(userId), slug);
}

export function forgetTenant(userId: string): void {
  tenant = undefined;
  sessionStorage.removeItem(key(userId));
  kept.remove(key(userId));
}
