import { expect, it } from 'vitest';
import type { Contact } from './contact';
import { duplicateQueries, mergedPreview, rankDuplicates } from './merge';

function contact(id: string, more: Partial<Contact> = {}): Contact {
  return {
    id,
    blocked: false,
    isGroup: false,
    tags: [],
    attributes: {},
    phones: [],
    emails: [],
    identities: [],
    interactionCount: 0,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    ...more,
  };
}

it('keeps what the survivor has, and fills what is empty', () => {
  const survivor = contact('1', { name: 'Ana', tags: ['a'], attributes: { plan: 'gold' } });
  const duplicate = contact('2', {
    name: 'Anita',
    language: 'es',
    tags: ['a', 'b'],
    attributes: { plan: 'basic', city: 'Cali' },
    blocked: true,
  });
  expect(mergedPreview(survivor, duplicate)).toMatchObject({
    id: '1',
    name: 'Ana',
    language: 'es',
    tags: ['a', 'b'],
    attributes: { plan: 'gold', city: 'Cali' },
    blocked: true,
  });
});

it('looks for the name, the numbers and the addresses', () => {
  expect(duplicateQueries({ name: 'Ana', phones: ['+573001112233'], emails: ['a@b.co'] })).toEqual([
    'Ana',
    '+573001112233',
    'a@b.co',
  ]);
  expect(duplicateQueries({ phones: [], emails: [] })).toEqual([]);
});

it('looks for a long name with fewer of its words', () => {
  expect(duplicateQueries({ name: 'Lucía  Peña Gómez', phones: [], emails: [] })).toEqual([
    'Lucía Peña Gómez',
    'Lucía Peña',
    'Lucía Gómez',
  ]);
});

it('puts first who was found by more, and never the contact itself', () => {
  const found = rankDuplicates('1', [[contact('1'), contact('2')], [contact('3')], [contact('3')]]);
  expect(found.map(({ id }) => id)).toEqual(['3', '2']);
});
