import type { components } from '@/api/schema';
import type { Given } from '@/api/types';
import { showPhone } from '@/lib/phone';

type Schemas = components['schemas'];
export type ContactIdentity = Given<Schemas['IdentityResponse']>;
export type Contact = Given<
  Omit<Schemas['ContactResponse'], 'identities'>,
  'name' | 'avatarUrl' | 'language' | 'timezone' | 'location' | 'lastInteractionAt'
> & { identities: ContactIdentity[] };
export type ContactLocation = Schemas['Location'];
export type ContactMerge = Given<Schemas['MergeResponse'], 'undoneAt'>;
export type ContactPatch = Schemas['MergePatchEditableContact'];

/** What people give a contact to be reached by, in the order of the form. */
export const IDENTITY_KINDS = [
  'phone',
  'whatsapp',
  'email',
  'telegram',
  'messenger',
  'instagram',
  'slack',
  'widget',
  'api',
] as const;

/** Kinds whose value is a phone number where it can be one. */
export function isPhoneKind(kind: string): boolean {
  return kind === 'phone' || kind === 'whatsapp';
}

/** How a contact is called where it has no name. */
export function contactName(contact: Pick<Contact, 'name' | 'identities'>, nameless: string): string {
  if (contact.name) return contact.name;
  const known = contact.identities.find(({ kind }) => isPhoneKind(kind)) ?? contact.identities[0];
  if (!known) return nameless;
  return isPhoneKind(known.kind) ? showPhone(known.address).international : known.address;
}

/** What tells one contact from another of the same name: a number first, then an address. */
export function mainIdentity(contact: Pick<Contact, 'identities'>): ContactIdentity | undefined {
  const by = (kind: string) => contact.identities.find((identity) => identity.kind === kind);
  return by('phone') ?? by('whatsapp') ?? by('email') ?? contact.identities[0];
}

/** Numbers that a conversation can be begun with on a channel of WhatsApp, each once. */
export function numbersOf(contact: Pick<Contact, 'identities'>): string[] {
  const numbers = contact.identities
    .filter(({ kind }) => isPhoneKind(kind))
    .map(({ address }) => (/^\d{6,}$/.test(address) ? `+${address}` : address));
  return [...new Set(numbers)];
}
