import { expect, it } from 'vitest';
import type { AuditEntry } from '@/api/tenancy';
import { changesOf, isOneself, nameOf, valueText } from './entry';
import { auditSearch } from './search';

const entry: AuditEntry = {
  sequence: 7,
  happenedAt: '2026-03-02T10:00:00Z',
  recordedAt: '2026-03-02T10:00:01Z',
  summary: 'Ana Luna (owner) changed member Marta Ríos: role agent → supervisor',
  actor: { type: 'user', id: 'u1', name: 'Ana Luna', memberId: 'm1' },
  action: 'updated',
  resource: { type: 'member', id: 'm2' },
  oldValues: { role: 'agent', phone: '1' },
  newValues: { role: 'supervisor' },
  service: 'tenant',
  hash: 'ab',
};

it('tells what changed, and what is no more', () => {
  expect(changesOf(entry)).toEqual([
    { field: 'role', before: 'agent', after: 'supervisor' },
    { field: 'phone', before: '1', after: undefined },
  ]);
});

it('names a thing by its values, else by the sentence, never by its id', () => {
  expect(nameOf(entry)).toBe('Marta Ríos');
  expect(nameOf({ ...entry, newValues: { name: 'Marta' } })).toBe('Marta');
  const id = '01a229b4-d26e-765b-9b98-336cdc6f1c3c';
  const summary = `The system created contact identity ${id}`;
  expect(
    nameOf({
      ...entry,
      oldValues: {},
      newValues: {},
      summary,
      action: 'created',
      resource: { type: 'contact-identity', id },
    }),
  ).toBeUndefined();
});

it('knows what somebody did to themself', () => {
  expect(isOneself({ ...entry, action: 'signed-in', resource: { type: 'member', id: 'm1' } })).toBe(true);
  expect(isOneself({ ...entry, resource: { type: 'member', id: 'm1' } })).toBe(false);
});

it('shows values as text', () => {
  expect(valueText(undefined)).toBe('–');
  expect(valueText([])).toBe('–');
  expect(valueText(['a', 'b'])).toBe('a, b');
  expect(valueText({ a: 1 })).toBe('{"a":1}');
  expect(valueText(false)).toBe('false');
});

it('takes from an address what it knows', () => {
  expect(auditSearch({ from: '2026-03-02', to: 'soon', actor: 'x', evil: '<b>' })).toEqual({
    from: '2026-03-02',
    actor: 'x',
  });
});
