import { beforeEach, expect, it } from 'vitest';
import { queryClient } from '@/app/queryClient';
import { pending } from '@/test/pending';
import { amend, askPart, followAnswers } from './cache';

followAnswers();
beforeEach(() => queryClient.clear());

const key = ['numbers'];
const add = (number: number) =>
  amend<number[]>(key, (now) => (now.includes(number) ? now : [...now, number]));
const known = () => queryClient.getQueryData<number[]>(key);
const state = () => queryClient.getQueryState(key);

/** A request whose answer comes when the test says so. */
function asking() {
  const { promise, resolve } = pending<number[]>();
  const answer = queryClient.fetchQuery({
    queryKey: key,
    queryFn: () => promise,
    staleTime: 0,
    retry: false,
  });
  return { answer, resolve };
}

it('makes a change once more to an answer that was under way, the first one too', async () => {
  const first = asking();
  add(2);
  expect(known()).toBeUndefined();
  first.resolve([1]);
  await first.answer;
  expect(known()).toEqual([1, 2]);
  const next = asking();
  add(3);
  expect(known()).toEqual([1, 2, 3]);
  next.resolve([1, 2]);
  await next.answer;
  expect(known()).toEqual([1, 2, 3]);
  const last = asking();
  last.resolve([7]);
  await last.answer;
  expect(known()).toEqual([7]);
});

it('leaves what is doubtful as doubtful as it was', async () => {
  queryClient.setQueryData(key, [1], { updatedAt: 5 });
  await queryClient.invalidateQueries({ queryKey: key });
  add(2);
  expect(known()).toEqual([1, 2]);
  expect(state()).toMatchObject({ isInvalidated: true, dataUpdatedAt: 5 });
});

it('asks again after a request that was given up', async () => {
  queryClient.setQueryData(key, [1]);
  await queryClient.invalidateQueries({ queryKey: key });
  const { answer } = asking();
  add(2);
  await queryClient.cancelQueries({ queryKey: key });
  await answer;
  expect(known()).toEqual([1, 2]);
  expect(state()?.isInvalidated).toBe(true);
});

it('joins a part, with what was changed while it was asked for', async () => {
  queryClient.setQueryData(key, [5]);
  const { promise, resolve } = pending<number[]>();
  const joined = askPart<number[], number[]>(
    key,
    () => promise,
    (_now, part) => part,
  );
  add(6);
  resolve([3, 4]);
  expect(await joined).toEqual([3, 4]);
  expect(known()).toEqual([3, 4, 6]);
});
