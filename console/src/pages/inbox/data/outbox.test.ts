import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiProblem, offlineProblem } from '@/api/problems';
import type { Message } from '@/api/types';
import type { FileStore } from './files';
import { Outbox } from './outbox';
import type { Post } from './send';

const memory = (): FileStore => {
  const files = new Map<string, Blob>();
  return {
    get: (key) => Promise.resolve(files.get(key)),
    set: (key, file) => Promise.resolve(void files.set(key, file)),
    remove: (key) => Promise.resolve(void files.delete(key)),
  };
};

function outbox(post: Partial<Post>, more: { now?: () => number; files?: FileStore } = {}) {
  const sent: string[] = [];
  const box = new Outbox({
    userId: 'ana',
    tenant: 'acme',
    files: more.files ?? memory(),
    post: {
      message: () => Promise.reject(offlineProblem()),
      note: () => Promise.reject(offlineProblem()),
      upload: () => Promise.reject(offlineProblem()),
      ...post,
    },
    sent: (item) => sent.push(item.body?.text ?? item.note ?? ''),
    ...(more.now && { now: more.now }),
  });
  return { box, sent };
}

const accepted = { id: 'm1' } as Message;
const states = (box: Outbox) => box.items.get().map(({ state }) => state);

/** Locks as browsers have them, for tabs that are outboxes here. */
function locks(): void {
  const last = new Map<string, Promise<unknown>>();
  const request = (name: string, run: () => Promise<unknown>) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(run);
    last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { locks: { request } }));
}

const picture = { id: 'f1', name: 'a.png', type: 'image/png', size: 3 };

async function withPicture(): Promise<FileStore> {
  const files = memory();
  await files.set('f1', new Blob(['abc']));
  return files;
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

it('sends what is said in a conversation one after the other', async () => {
  const order: string[] = [];
  const { box, sent } = outbox({
    message: async (_conversation, body) => {
      order.push(`begin ${body.text}`);
      await Promise.resolve();
      order.push(`end ${body.text}`);
      return accepted;
    },
  });
  box.add({ conversationId: 'c1', body: { kind: 'text', text: 'one' } });
  box.add({ conversationId: 'c1', body: { kind: 'text', text: 'two' } });
  await vi.waitFor(() => expect(sent).toEqual(['one', 'two']));
  expect(order).toEqual(['begin one', 'end one', 'begin two', 'end two']);
  expect(box.items.get()).toEqual([]);
});

it('keeps what was said offline, and sends it under the same key when it is back', async () => {
  const first: string[] = [];
  const offline = outbox({
    message: (_conversation, _body, key) => {
      first.push(key);
      return Promise.reject(offlineProblem());
    },
  });
  offline.box.add({ conversationId: 'c1', body: { kind: 'text', text: 'hello' } });
  await vi.waitFor(() => expect(states(offline.box)).toEqual(['waiting']));
  offline.box.stop();

  const second: string[] = [];
  const reloaded = outbox({
    message: (_conversation, _body, key) => {
      second.push(key);
      return Promise.resolve(accepted);
    },
  });
  reloaded.box.flush();
  await vi.waitFor(() => expect(reloaded.sent).toEqual(['hello']));
  expect(second).toEqual(first);
  expect(Object.keys(localStorage)).toEqual([]);
});

it('keeps what the server refuses, with the reason, and goes on with the next', async () => {
  const { box, sent } = outbox({
    message: (_conversation, body) =>
      body.text === 'no'
        ? Promise.reject(new ApiProblem(409, { type: '/problems/odd', title: 'Odd', detail: 'Because.' }))
        : Promise.resolve(accepted),
  });
  box.add({ conversationId: 'c1', body: { kind: 'text', text: 'no' } });
  box.add({ conversationId: 'c1', body: { kind: 'text', text: 'yes' } });
  await vi.waitFor(() => expect(sent).toEqual(['yes']));
  expect(box.items.get()).toMatchObject([{ state: 'refused', code: 'odd', problem: 'Because.' }]);
});

it('leaves to the person what waited for so long that its key may be forgotten', () => {
  const before = outbox({});
  before.box.add({ conversationId: 'c1', body: { kind: 'text', text: 'old' } });
  before.box.stop();
  const { box } = outbox({}, { now: () => Date.now() + 21 * 3_600_000 });
  expect(states(box)).toEqual(['stale']);
});

it('sends again what was refused under another key', async () => {
  const keys: string[] = [];
  const { box, sent } = outbox({
    message: (_conversation, _body, key) => {
      keys.push(key);
      return keys.length === 1
        ? Promise.reject(new ApiProblem(409, { title: 'No' }))
        : Promise.resolve(accepted);
    },
  });
  const { key } = box.add({ conversationId: 'c1', body: { kind: 'text', text: 'please' } });
  await vi.waitFor(() => expect(states(box)).toEqual(['refused']));
  box.again(key);
  await vi.waitFor(() => expect(sent).toEqual(['please']));
  expect(new Set(keys).size).toBe(2);
});

it('uploads a file once, says what the server saw it to be, and repeats the same', async () => {
  let uploads = 0;
  let tries = 0;
  const bodies: unknown[] = [];
  const files = await withPicture();
  const { box, sent } = outbox(
    {
      upload: (_file, _name, _kind, progress) => {
        uploads++;
        progress(1);
        return Promise.resolve({ id: 'a1', kind: 'image', status: 'stored' });
      },
      message: (_conversation, body) => {
        bodies.push(body);
        return ++tries === 1 ? Promise.reject(offlineProblem()) : Promise.resolve(accepted);
      },
    },
    { files },
  );
  box.add({ conversationId: 'c1', body: { kind: 'document', text: 'look' }, file: picture });
  await vi.waitFor(() => expect([bodies.length, states(box)]).toEqual([1, ['waiting']]));
  box.flush();
  await vi.waitFor(() => expect(sent).toEqual(['look']));
  expect(uploads).toBe(1);
  expect(bodies[0]).toEqual({ kind: 'image', text: 'look', attachmentIds: ['a1'] });
  expect(bodies[1]).toEqual(bodies[0]);
  await vi.waitFor(async () => expect(await files.get('f1')).toBeUndefined());
});

it('sends a refused file again once, however often that is pressed', async () => {
  const bodies: unknown[] = [];
  const { box, sent } = outbox(
    {
      upload: () => Promise.resolve({ id: 'a1', kind: 'image', status: 'stored' }),
      message: (_conversation, body) => {
        bodies.push(body);
        return bodies.length === 1
          ? Promise.reject(new ApiProblem(409, { title: 'No' }))
          : Promise.resolve(accepted);
      },
    },
    { files: await withPicture() },
  );
  const { key } = box.add({ conversationId: 'c1', body: { kind: 'image', text: 'look' }, file: picture });
  await vi.waitFor(() => expect(states(box)).toEqual(['refused']));
  box.again(key);
  box.again(key);
  expect(box.items.get()).toHaveLength(1);
  await vi.waitFor(() => expect(sent).toEqual(['look']));
  expect(box.items.get()).toEqual([]);
  expect(bodies).toHaveLength(2);
});

it('leaves to another tab what that one has under way', async () => {
  locks();
  const files = await withPicture();
  const uploads: string[] = [];
  const bodies: unknown[] = [];
  let arrive = () => undefined as void;
  const slow = new Promise<void>((resolve) => (arrive = resolve));
  const post = (id: string): Partial<Post> => ({
    upload: async () => {
      uploads.push(id);
      await slow;
      return { id, kind: 'image', status: 'stored' };
    },
    message: (_conversation, body) => {
      bodies.push(body);
      return Promise.resolve(accepted);
    },
  });
  const one = outbox(post('a1'), { files });
  one.box.add({ conversationId: 'c1', body: { kind: 'image', text: 'look' }, file: picture });
  await vi.waitFor(() => expect(uploads).toEqual(['a1']));
  const other = outbox(post('a2'), { files });
  other.box.flush();
  await new Promise((resolve) => setTimeout(resolve, 20));
  arrive();
  await vi.waitFor(() => expect([states(one.box), states(other.box)]).toEqual([[], []]));
  expect(uploads).toEqual(['a1']);
  expect(bodies).toEqual([{ kind: 'image', text: 'look', attachmentIds: ['a1'] }]);
});

it('goes on with the upload of a tab that was closed', async () => {
  locks();
  const files = await withPicture();
  const upload = () => Promise.resolve({ id: 'a1', kind: 'image', status: 'stored' as const });
  const one = outbox({ upload }, { files });
  one.box.add({ conversationId: 'c1', body: { kind: 'image' }, file: picture });
  const other = outbox(
    { upload: () => Promise.reject(new Error('twice')), message: () => Promise.resolve(accepted) },
    { files },
  );
  await vi.waitFor(() => expect(one.box.items.get()[0]).toMatchObject({ file: { attachmentId: 'a1' } }));
  one.box.stop();
  other.box.flush();
  await vi.waitFor(() => expect(other.sent).toHaveLength(1));
});

it('hands back what is to be edited, with its file', async () => {
  const files = await withPicture();
  const { box } = outbox({ upload: () => Promise.reject(new ApiProblem(422, { title: 'No' })) }, { files });
  const { key } = box.add({
    conversationId: 'c1',
    body: { kind: 'image', text: 'look', replyToId: 'm0' },
    file: picture,
  });
  await vi.waitFor(() => expect(states(box)).toEqual(['refused']));
  expect(box.takeBack(key)).toMatchObject({ body: { text: 'look', replyToId: 'm0' }, file: { id: 'f1' } });
  expect(box.takeBack(key)).toBeUndefined();
  expect(box.items.get()).toEqual([]);
  expect(await files.get('f1')).toBeDefined();
});

it('writes nothing down any more when the person signed out', async () => {
  const { box } = outbox({ message: () => Promise.reject(offlineProblem()) });
  box.add({ conversationId: 'c1', body: { kind: 'text', text: 'hello' } });
  box.forget();
  localStorage.clear();
  await new Promise((resolve) => setTimeout(resolve));
  expect(box.items.get()).toEqual([]);
  expect(Object.keys(localStorage)).toEqual([]);
});

it('lets a message be taken away that was not sent', async () => {
  const files = await withPicture();
  const { box } = outbox({}, { files });
  const { key } = box.add({ conversationId: 'c1', body: { kind: 'image' }, file: picture });
  box.discard(key);
  expect(await files.get('f1')).toBeUndefined();
  expect(Object.keys(localStorage)).toEqual([]);
});
