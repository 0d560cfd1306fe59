import { useState } from 'react';

/**
 * Keys for `Idempotency-Key`: the same content has the same key, so that pressing twice or trying again after a lost
 * answer does it once; content that was corrected has another.
 */
export function onceKeys(make: () => string = randomKey): (content: unknown) => string {
  let last: { content: string; key: string } | undefined;
  return (content) => {
    const text = JSON.stringify(content);
    if (last?.content !== text) last = { content: text, key: make() };
    return last.key;
  };
}

/** For one form, from when it opens until it is gone. */
export function useOnceKey(): (content: unknown) => string {
  const [keys] = useState(() => onceKeys());
  return keys;
}

/** Also where the page came over plain HTTP from another machine, where `randomUUID` is not there. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
