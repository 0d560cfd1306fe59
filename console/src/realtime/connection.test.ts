import { expect, it } from 'vitest';
import { later } from './connection';
import { parseFrame } from './events';

it('takes the later of two cursors, however long they are', () => {
  expect(later('999', '1000')).toBe('1000');
  expect(later('9007199254740993', '9007199254740992')).toBe('9007199254740993');
});

it('passes over what is no frame', () => {
  expect(parseFrame('nonsense')).toBeUndefined();
  expect(parseFrame('{"cursor":"1"}')).toBeUndefined();
  expect(parseFrame('{"type":"ready","cursor":"7"}')).toEqual({ type: 'ready', cursor: '7' });
});
