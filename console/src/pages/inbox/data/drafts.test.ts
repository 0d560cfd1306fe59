import { beforeEach, expect, it } from 'vitest';
import { personalKey } from '@/lib/personal';
import { Drafts } from './drafts';

beforeEach(() => localStorage.clear());

it('is there again after a reload', () => {
  const drafts = new Drafts('ana', 'acme');
  drafts.set('c1', { text: 'half a tho', mode: 'note' });
  drafts.write();
  expect(new Drafts('ana', 'acme').get('c1')).toEqual({ text: 'half a tho', mode: 'note' });
});

it('is nobody else’s, and of no other tenant', () => {
  const drafts = new Drafts('ana', 'acme');
  drafts.set('c1', { text: 'secret', mode: 'reply' });
  drafts.write();
  expect(new Drafts('ben', 'acme').get('c1').text).toBe('');
  expect(new Drafts('ana', 'globex').get('c1').text).toBe('');
});

it('remembers that a note was meant before its first letter', () => {
  const drafts = new Drafts('ana', 'acme');
  drafts.set('c1', { text: '', mode: 'note' });
  expect(drafts.get('c1').mode).toBe('note');
  drafts.write();
  expect(Object.keys(localStorage)).toEqual([]);
});

it('leaves nothing behind when it is sent', () => {
  const drafts = new Drafts('ana', 'acme');
  drafts.set('c1', { text: 'hello', mode: 'reply' });
  drafts.write();
  drafts.clear('c1');
  drafts.write();
  expect(localStorage.getItem(personalKey('ana', 'acme', 'draft.c1'))).toBeNull();
});

it('never brings a note’s words into a reply, nor loses them', () => {
  const drafts = new Drafts('ana', 'acme');
  drafts.set('c1', { text: 'pays late', mode: 'note' });
  drafts.turn('c1', 'reply');
  expect(drafts.get('c1').text).toBe('');
  drafts.set('c1', { ...drafts.get('c1'), text: 'Dear', replyToId: 'm1' });
  drafts.turn('c1', 'note');
  drafts.write();
  expect(new Drafts('ana', 'acme').get('c1').text).toBe('pays late');
  drafts.clear('c1');
  drafts.turn('c1', 'reply');
  expect(drafts.get('c1')).toEqual({ text: 'Dear', mode: 'reply', replyToId: 'm1' });
});

it('writes nothing down any more when the person signed out', () => {
  const drafts = new Drafts('ana', 'acme');
  drafts.set('c1', { text: 'secret', mode: 'reply' });
  drafts.forget();
  drafts.write();
  expect(drafts.get('c1').text).toBe('');
  expect(Object.keys(localStorage)).toEqual([]);
});

it('passes over what is broken', () => {
  localStorage.setItem(personalKey('ana', 'acme', 'draft.c1'), '{');
  expect(new Drafts('ana', 'acme').get('c1').text).toBe('');
});
