import { beforeEach, expect, it } from 'vitest';
import { personalKey } from '@/lib/personal';
import type { FileStore } from './files';
import { Picked } from './picked';

const bytes = new Map<string, Blob>();
const files: FileStore = {
  get: (id) => Promise.resolve(bytes.get(id)),
  set: (id, file) => Promise.resolve(void bytes.set(id, file)),
  remove: (id) => Promise.resolve(void bytes.delete(id)),
};
const photo = () => new File(['abc'], 'photo.png', { type: 'image/png' });
const names = (picked: Picked, conversation = 'c1') => picked.get(conversation).map(({ name }) => name);

beforeEach(() => {
  localStorage.clear();
  bytes.clear();
});

it('is there again after a reload, in its conversation, for its person and tenant', async () => {
  new Picked('ana', 'acme', files).add('c1', [photo()]);
  const reloaded = new Picked('ana', 'acme', files);
  expect(reloaded.get('c1')).toMatchObject([{ name: 'photo.png', type: 'image/png', size: 3 }]);
  expect(await reloaded.file(reloaded.get('c1')[0]?.id ?? '')).toBeDefined();
  expect(names(reloaded, 'c2')).toEqual([]);
  expect(names(new Picked('ana', 'globex', files))).toEqual([]);
  expect(names(new Picked('ben', 'acme', files))).toEqual([]);
});

it('leaves nothing behind when it is removed', () => {
  const picked = new Picked('ana', 'acme', files);
  picked.add('c1', [photo()]);
  picked.remove('c1', picked.get('c1')[0]?.id ?? '');
  expect([names(picked), bytes.size, Object.keys(localStorage)]).toEqual([[], 0, []]);
});

it('keeps the bytes of what is on its way, and takes it back with them', () => {
  const picked = new Picked('ana', 'acme', files);
  picked.add('c1', [photo()]);
  const sent = picked.get('c1');
  picked.handOver('c1');
  expect([names(picked), bytes.size, Object.keys(localStorage)]).toEqual([[], 1, []]);
  sent.forEach((file) => picked.takeBack('c1', file));
  expect(picked.get('c1')).toEqual(sent);
});

it('no longer offers what another tab sent', () => {
  const picked = new Picked('ana', 'acme', files);
  picked.add('c1', [photo()]);
  const key = personalKey('ana', 'acme', 'picked.c1');
  localStorage.removeItem(key);
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
  expect(names(picked)).toEqual([]);
});

it('holds nothing any more when the person signed out', () => {
  const picked = new Picked('ana', 'acme', files);
  picked.add('c1', [photo()]);
  picked.forget();
  expect(names(picked)).toEqual([]);
});
