import { hashKey, type QueryKey } from '@tanstack/react-query';
import { queryClient } from '@/app/queryClient';

/*
 * Changes of what is in the cache, by events and by what is done here. An answer that was on its way meanwhile may be
 * from before them: they are made to it once more, so a change made twice has to be as if it were made once.
 */

type Make = () => void;

/** What was changed since a query began to ask, by the query's hash. */
const sinceAsked = new Map<string, Make[]>();
/** The same for parts, which are asked for beside the queries. */
const parts = new Set<{ hash: string; changes: Make[] }>();

/** Begins to make changes once more when answers come. */
export function followAnswers(): void {
  queryClient.getQueryCache().subscribe((event) => {
    const { queryHash } = event.query;
    if (event.type === 'removed') sinceAsked.delete(queryHash);
    if (event.type !== 'updated') return;
    const { action } = event;
    const answered = action.type === 'success' && action.manual !== true;
    const givenUp = action.type === 'error' || action.type === 'setState';
    const changes = sinceAsked.get(queryHash);
    if (!changes || !(answered || givenUp)) return;
    sinceAsked.delete(queryHash);
    if (answered) changes.forEach((make) => make());
    // The question is open still: changes made it look as if it had been answered.
    else event.query.invalidate();
  });
}

/** Changes what is known. It is as old as before, and as doubtful, apart from this. */
export function amend<T>(key: QueryKey, change: (now: T) => T): void {
  const find = () => queryClient.getQueryCache().find<T>({ queryKey: key, exact: true });
  const make = () => {
    const query = find();
    if (query?.state.data === undefined) return;
    const { data, dataUpdatedAt, isInvalidated } = query.state;
    queryClient.setQueryData<T>(key, change(data), { updatedAt: dataUpdatedAt });
    if (isInvalidated) query.invalidate();
  };
  make();
  const hash = hashKey(key);
  if (find()?.state.fetchStatus === 'fetching') {
    const changes = sinceAsked.get(hash);
    if (changes) changes.push(make);
    else sinceAsked.set(hash, [make]);
  }
  for (const part of parts) if (part.hash === hash) part.changes.push(make);
}

/** Asks for more of what a query has, and joins it to what is known by then. */
export async function askPart<T, A>(
  key: QueryKey,
  ask: () => Promise<A>,
  join: (now: T, answer: A) => T,
): Promise<A> {
  const part = { hash: hashKey(key), changes: [] as Make[] };
  parts.add(part);
  try {
    const answer = await ask();
    parts.delete(part);
    amend<T>(key, (now) => join(now, answer));
    part.changes.forEach((make) => make());
    return answer;
  } finally {
    parts.delete(part);
  }
}
