import type { Channel } from '@/api/types';
import type { Tone } from '@/ui';

/** Whether the provider tells us what happens; `manual`: somebody has to enter our address there. */
export interface ChannelWebhook {
  state: 'unknown' | 'registered' | 'manual';
  problem?: string;
  at?: string;
}

export type ConnectedChannel = Channel & { webhook?: ChannelWebhook };

export interface WhatsAppSettings {
  phoneNumberId: string;
  businessAccountId?: string;
  displayPhoneNumber?: string;
}

export const SECRETS = ['accessToken', 'appSecret', 'verifyToken'] as const;
export type Secret = (typeof SECRETS)[number];
export type Secrets = Record<Secret, string>;

export type Health = 'connected' | 'manual' | 'unchecked' | 'held' | 'failed' | 'disabled';

/** How a channel is doing, the worst first. */
export function healthOf(channel: ConnectedChannel): Health {
  if (channel.disabled || channel.status === 'disabled') return 'disabled';
  if (channel.heldAt !== undefined) return 'held';
  if (channel.status === 'failed') return 'failed';
  if (channel.status !== 'connected') return 'unchecked';
  return channel.webhook?.state === 'manual' ? 'manual' : 'connected';
}

export const HEALTH_TONES: Record<Health, Tone> = {
  connected: 'success',
  manual: 'warning',
  unchecked: 'warning',
  held: 'danger',
  failed: 'danger',
  disabled: 'neutral',
};

/** The ids as they are sent: what is empty is left out, or removed where it was there. */
export function settingsBody(
  wanted: Required<WhatsAppSettings>,
  before?: WhatsAppSettings,
): Record<string, string | null> {
  const body: Record<string, string | null> = { phoneNumberId: wanted.phoneNumberId.trim() };
  for (const name of ['businessAccountId', 'displayPhoneNumber'] as const) {
    const value = wanted[name].trim();
    if (value !== '') body[name] = value;
    else if (before?.[name] !== undefined) body[name] = null;
  }
  return body;
}

/** Only the secrets that were entered: those that are not sent stay. */
export function secretsBody(entered: Secrets): Partial<Secrets> {
  return Object.fromEntries(
    SECRETS.map((name) => [name, entered[name].trim()] as const).filter(([, value]) => value !== ''),
  );
}

/** Something that nobody guesses, for Meta to say when it verifies the webhook. */
export function newVerifyToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) =>
    byte.toString(36).padStart(2, '0'),
  ).join('');
}
