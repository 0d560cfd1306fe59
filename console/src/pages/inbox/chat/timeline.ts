import type { Message, Note } from '@/api/types';
import type { OutboxItem } from '../data/outbox';

/** What stands below one another in a conversation. */
export type Entry =
  | { type: 'day'; key: string; at: string }
  | { type: 'unread'; key: string }
  | { type: 'message'; key: string; message: Message; continues: boolean }
  | { type: 'note'; key: string; note: Note }
  | { type: 'outbox'; key: string; item: OutboxItem };

export interface TimelineInput {
  messages: readonly Message[];
  notes: readonly Note[];
  outbox: readonly OutboxItem[];
  /** Whether what is shown begins where the conversation begins: older notes belong to what is not loaded yet. */
  whole: boolean;
  me: string | undefined;
  /** The first message that was unread when the conversation was opened. */
  firstUnread: string | undefined;
  dayKey: (at: string) => string;
}

/** Those that follow within this time belong together. */
const TOGETHER = 5 * 60_000;
/** Clocks differ a little. */
const SLACK = 10_000;

export function saidAt(message: Message): string {
  return message.direction === 'inbound' ? (message.providerTime ?? message.createdAt) : message.createdAt;
}

/**
 * Messages and notes by time with lines between days, then what waits to be sent. What is being sent may have come by
 * the socket before the answer did: it is shown once, in the place and under the key of what was shown in advance.
 */
export function timeline(input: TimelineInput): Entry[] {
  const { messages, notes, whole, dayKey } = input;
  const first = messages[0];
  const shownNotes = whole || !first ? notes : notes.filter(({ createdAt }) => createdAt >= first.createdAt);
  const claimed = claim(input);
  const entries: Entry[] = [];
  let day = '';
  let previous: Message | undefined;
  let nextNote = 0;
  const begin = (at: string) => {
    const today = dayKey(at);
    if (today === day) return;
    day = today;
    previous = undefined;
    entries.push({ type: 'day', key: `day-${today}`, at });
  };
  const notesUntil = (at: string | undefined) => {
    for (let note = shownNotes[nextNote]; note; note = shownNotes[++nextNote]) {
      if (at !== undefined && note.createdAt > at) return;
      begin(note.createdAt);
      previous = undefined;
      entries.push({ type: 'note', key: note.id, note });
    }
  };
  for (const message of messages) {
    notesUntil(message.createdAt);
    begin(saidAt(message));
    if (message.id === input.firstUnread) {
      entries.push({ type: 'unread', key: 'unread' });
      previous = undefined;
    }
    entries.push({
      type: 'message',
      key: claimed.get(message.id) ?? message.id,
      message,
      continues: follows(previous, message),
    });
    previous = message;
  }
  notesUntil(undefined);
  const shown = new Set(claimed.values());
  for (const item of input.outbox) {
    if (shown.has(item.key)) continue;
    begin(item.createdAt);
    entries.push({ type: 'outbox', key: item.key, item });
  }
  return entries;
}

function follows(previous: Message | undefined, message: Message): boolean {
  return (
    previous !== undefined &&
    previous.direction === message.direction &&
    previous.sender.id === message.sender.id &&
    Date.parse(saidAt(message)) - Date.parse(saidAt(previous)) < TOGETHER
  );
}

/** From a message's id to the key of the item that it is, where it came before the answer. */
function claim({ messages, outbox, me }: TimelineInput): Map<string, string> {
  const claimed = new Map<string, string>();
  for (const item of outbox) {
    if (item.state !== 'sending' || item.body === undefined) continue;
    const { kind, text } = item.body;
    const from = Date.parse(item.createdAt) - SLACK;
    const match = messages.findLast(
      (message) =>
        message.sender.id === me &&
        message.kind === kind &&
        (message.text ?? '') === (text ?? '') &&
        Date.parse(message.createdAt) >= from &&
        !claimed.has(message.id),
    );
    if (match) claimed.set(match.id, item.key);
  }
  return claimed;
}
