import { useEffect, useState } from 'react';
import type { Conversation } from '@/api/types';

/** Whether the provider lets us say anything now, and until when. */
export interface ReplyWindow {
  isOpen: boolean;
  endsAt: string | undefined;
  /** Milliseconds until it closes; 0 where it is closed. */
  left: number;
}

export function replyWindow(
  conversation: Pick<Conversation, 'channelType' | 'replyWindowEndsAt'>,
  now: number,
): ReplyWindow {
  const endsAt = conversation.replyWindowEndsAt;
  if (conversation.channelType !== 'whatsapp') return { isOpen: true, endsAt: undefined, left: Infinity };
  const left = endsAt === undefined ? 0 : Math.max(0, Date.parse(endsAt) - now);
  return { isOpen: left > 0, endsAt, left };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "3 h 12 min", "12 min", "45 s": what is left, as short as it is useful. */
export function countdown(left: number, locale: string): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (left >= HOUR) {
    const hours = Math.floor(left / HOUR);
    const minutes = Math.floor((left % HOUR) / MINUTE);
    return minutes === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`;
  }
  if (left >= MINUTE) return unit(Math.floor(left / MINUTE), 'minute');
  return unit(Math.ceil(left / 1000), 'second');
}

/** Looks at the clock as often as what is shown changes. */
export function useReplyWindow(
  conversation: Pick<Conversation, 'channelType' | 'replyWindowEndsAt'>,
): ReplyWindow {
  const [now, setNow] = useState(Date.now);
  const found = replyWindow(conversation, Math.max(now, 0));
  const pause = found.left > 0 && found.left < 2 * MINUTE ? 1000 : 15_000;
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), pause);
    return () => clearInterval(clock);
  }, [pause]);
  return found;
}
