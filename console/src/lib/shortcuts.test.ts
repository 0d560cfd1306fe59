import { expect, it } from 'vitest';
import { keyLabels, keyOf } from './shortcuts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

it('names a key with what is held', () => {
  expect(press('r')).toBe('r');
  expect(press('R', { shiftKey: true })).toBe('shift+r');
  expect(press('Enter', { ctrlKey: true })).toBe('mod+Enter');
  expect(press('?', { shiftKey: true })).toBe('?');
});

it('says what is printed on the keys', () => {
  expect(keyLabels('g i')).toEqual([['G'], ['I']]);
  expect(keyLabels('mod+Enter')).toEqual([['Ctrl', '↵']]);
});
