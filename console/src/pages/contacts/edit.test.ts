import { expect, it } from 'vitest';
import type { Contact } from './contact';
import { attributeValue, contactPatch, formOf } from './edit';

const lucia: Contact = {
  id: '1',
  name: 'Lucía',
  language: 'es',
  location: { city: 'Bogotá', country: 'CO' },
  blocked: false,
  isGroup: false,
  tags: ['vip'],
  attributes: { plan: 'gold', orders: 3 },
  phones: [],
  emails: [],
  identities: [],
  interactionCount: 0,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

it('says nothing where nothing was changed', () => {
  expect(contactPatch(lucia, formOf(lucia))).toEqual({});
});

it('says only what was changed, and removes by null', () => {
  const form = { ...formOf(lucia), name: ' ', timezone: 'America/Bogota' };
  expect(contactPatch(lucia, form)).toEqual({ name: null, timezone: 'America/Bogota' });
});

it('changes a part of the place and leaves the rest', () => {
  expect(contactPatch(lucia, { ...formOf(lucia), city: 'Cali' })).toEqual({ location: { city: 'Cali' } });
  expect(contactPatch(lucia, { ...formOf(lucia), city: '' })).toEqual({ location: { city: null } });
  expect(contactPatch(lucia, { ...formOf(lucia), city: '', country: null })).toEqual({ location: null });
});

it('adds, changes and removes attributes one by one', () => {
  const form = {
    ...formOf(lucia),
    attributes: [
      { key: 'orders', value: '4' },
      { key: ' city ', value: 'Cali' },
      { key: '', value: 'nothing' },
    ],
  };
  expect(contactPatch(lucia, form)).toEqual({ attributes: { orders: 4, city: 'Cali', plan: null } });
});

it('keeps the kind of a value where the text can be of it', () => {
  expect(attributeValue('7', 3)).toBe(7);
  expect(attributeValue('seven', 3)).toBe('seven');
  expect(attributeValue('7', '3')).toBe('7');
  expect(attributeValue('7', undefined)).toBe('7');
});
