import { expect, it } from 'vitest';
import { changeable, givable, mayGive } from './rights';

it('lets nobody give what they do not have', () => {
  expect(mayGive(['labels:manage'], ['labels:manage'])).toBe(true);
  expect(mayGive(['labels:manage'], ['labels:manage', 'audit:read'])).toBe(false);
});

it('counts what a permission includes', () => {
  expect(mayGive(['members:read', 'members:manage'], ['members:read-own', 'members:manage-agents'])).toBe(
    true,
  );
  expect(mayGive(['members:manage-agents'], ['members:manage'])).toBe(false);
});

it('offers everything but being the owner', () => {
  const all = givable([
    { role: 'owner', permissions: ['ownership:transfer', 'audit:read'] },
    { role: 'agent', permissions: ['members:read-own'] },
  ]);
  expect(all).toEqual(['audit:read', 'members:read-own']);
});

it('says who can be changed, and why not', () => {
  const agent = { id: 'a', role: 'agent' };
  expect(changeable(agent, 'b', ['members:manage-agents'])).toBe('yes');
  expect(changeable({ id: 'a', role: 'admin' }, 'b', ['members:manage-agents'])).toBe('beyond');
  expect(changeable(agent, 'a', ['members:manage'])).toBe('self');
  expect(changeable({ id: 'o', role: 'owner' }, 'a', ['members:manage'])).toBe('owner');
  expect(changeable(agent, 'b', [])).toBe('beyond');
});
