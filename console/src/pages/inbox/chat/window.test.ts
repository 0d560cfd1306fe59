import { expect, it } from 'vitest';
import { countdown, replyWindow } from './window';

const now = Date.parse('2026-03-01T12:00:00Z');

it('is open until its end, and closed where the customer never wrote', () => {
  const at = (replyWindowEndsAt: string) => replyWindow({ channelType: 'whatsapp', replyWindowEndsAt }, now);
  expect(at('2026-03-01T12:00:01Z').isOpen).toBe(true);
  expect(at('2026-03-01T12:00:00Z').isOpen).toBe(false);
  expect(replyWindow({ channelType: 'whatsapp' }, now).isOpen).toBe(false);
});

it('says what is left', () => {
  expect(countdown(3 * 3_600_000 + 12 * 60_000 + 5, 'en')).toBe('3 hr 12 min');
  expect(countdown(12 * 60_000, 'es')).toBe('12 min');
  expect(countdown(44_100, 'en')).toBe('45 sec');
});
