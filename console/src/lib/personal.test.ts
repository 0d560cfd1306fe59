import { beforeEach, expect, it } from 'vitest';
import { forgetOthers, forgetOwn, hasUnsent, personalKey } from './personal';

beforeEach(() => localStorage.clear());

it('removes what somebody else left, and keeps what is one’s own', () => {
  localStorage.setItem(personalKey('ana', 'acme', 'draft.1'), 'hello');
  localStorage.setItem(personalKey('ben', 'acme', 'draft.1'), 'secret');
  localStorage.setItem('tertulia.theme', 'dark');
  forgetOthers('ana');
  expect(Object.keys(localStorage).sort()).toEqual([personalKey('ana', 'acme', 'draft.1'), 'tertulia.theme']);
});

it('knows whether something would be lost by signing out, and removes it', () => {
  expect(hasUnsent('ana')).toBe(false);
  localStorage.setItem(personalKey('ana', 'acme', 'draft.1'), 'hello');
  expect(hasUnsent('ana')).toBe(true);
  forgetOwn('ana');
  expect(hasUnsent('ana')).toBe(false);
});
