import { expect, it } from 'vitest';
import { contactsSearch } from './search';

it('takes from an address what is known, and nothing else', () => {
  expect(contactsSearch({ q: 300, sort: '-createdAt', tags: ['vip', 7, ''], blocked: 'only', x: 1 })).toEqual(
    {
      q: '300',
      sort: '-createdAt',
      tags: ['vip'],
      blocked: 'only',
    },
  );
  expect(contactsSearch({ sort: 'name', tags: 'vip', blocked: 'maybe', q: ' ' })).toEqual({});
});
