import { expect, it } from 'vitest';
import { onceKeys } from './onceKey';

it('gives the same content the same key, and what was corrected another', () => {
  let made = 0;
  const key = onceKeys(() => `key-${++made}`);
  expect(key({ name: 'Ana' })).toBe('key-1');
  expect(key({ name: 'Ana' })).toBe('key-1');
  expect(key({ name: 'Anna' })).toBe('key-2');
});

it('makes keys that differ between forms', () => {
  expect(onceKeys()({})).not.toBe(onceKeys()({}));
});
