import { beforeEach, expect, it, vi } from 'vitest';
import { forgetOthers, forgetOwn, hasUnsent, onForget, personalKey } from './personal';

const files = vi.hoisted(() => new Map<string, Blob>());
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  keys: () => Promise.resolve([...files.keys()]),
  delMany: (keys: string[]) => Promise.resolve(keys.forEach((key) => files.delete(key))),
}));

beforeEach(() => {
  localStorage.clear();
  files.clear();
  files.set('ana.f1', new Blob(['a']));
  files.set('ben.f2', new Blob(['b']));
});

it('removes what somebody else left, and keeps what is one’s own', async () => {
  localStorage.setItem(personalKey('ana', 'acme', 'draft.1'), 'hello');
  localStorage.setItem(personalKey('ben', 'acme', 'draft.1'), 'secret');
  localStorage.setItem('tertulia.theme', 'dark');
  forgetOthers('ana');
  expect(Object.keys(localStorage).sort()).toEqual([personalKey('ana', 'acme', 'draft.1'), 'tertulia.theme']);
  await vi.waitFor(() => expect([...files.keys()]).toEqual(['ana.f1']));
});

it('knows whether something would be lost by signing out, and removes it with its files', async () => {
  expect(hasUnsent('ana')).toBe(false);
  localStorage.setItem(personalKey('ana', 'acme', 'draft.1'), 'hello');
  expect(hasUnsent('ana')).toBe(true);
  await forgetOwn('ana');
  expect(hasUnsent('ana')).toBe(false);
  expect([...files.keys()]).toEqual(['ben.f2']);
});

it('has what is in memory let go first, also in a tab that only hears of it', async () => {
  forgetOthers('ana');
  const key = personalKey('ana', 'acme', 'draft.1');
  onForget(() => localStorage.setItem(key, 'written at the last moment'));
  await forgetOwn();
  expect(Object.keys(localStorage)).toEqual([]);
});
