import type { Message } from '@/api/types';
import { safeName } from '../chat/media';

const SIGNS: Record<string, string> = {
  image: '📷',
  video: '🎥',
  audio: '🎤',
  document: '📄',
  sticker: '🏷️',
  location: '📍',
  contacts: '👤',
};

const LENGTH = 160;

/** A line for the list, in signs that need no language; much like the server's own. */
export function previewOf(message: Pick<Message, 'kind' | 'text' | 'attachments' | 'deletedAt'>): string {
  const words =
    message.text ?? (message.kind === 'document' ? safeName(message.attachments[0]?.fileName, '') : '');
  const sign = SIGNS[message.kind];
  return [sign, words.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ').slice(0, LENGTH);
}
