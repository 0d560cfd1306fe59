import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchFromApi } from '@/api/client';
import { once } from '@/api/answers';
import type { Page } from '@/api/types';
import { ifMatch, type Versioned } from '@/api/versioned';
import type { QuickReply } from '../inbox/data/queries';

export type ReplyBody = Pick<QuickReply, 'shortcut' | 'text' | 'shared'>;

const PATH = '/api/v1/quick-replies';
const PAGE = 50;

/** What is typed after the slash: as the API takes it, without slashes and blanks. */
export function tidyShortcut(typed: string): string {
  return typed.replace(/[^\p{L}\p{N}_-]/gu, '').slice(0, 40);
}

export type Whose = 'all' | 'shared' | 'mine';

export function ofWhom(replies: readonly QuickReply[], whose: Whose): QuickReply[] {
  return replies.filter(({ shared }) => whose === 'all' || shared === (whose === 'shared'));
}

/** Under the key that the inbox has its own list under, so that both are loaded anew together. */
export function replyList(q: string) {
  return infiniteQueryOptions({
    queryKey: ['quick-replies', 'list', q],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (q !== '') query.set('q', q);
      if (pageParam !== undefined) query.set('after', pageParam);
      const answer = await fetchFromApi(`${PATH}?${query}`, { signal });
      return (await answer.json()) as Page<QuickReply>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export async function readReply(id: string): Promise<Versioned<QuickReply>> {
  const answer = await fetchFromApi(`${PATH}/${id}`);
  return { value: (await answer.json()) as QuickReply, etag: answer.headers.get('ETag') ?? undefined };
}

export async function createReply(body: ReplyBody, key: string): Promise<QuickReply> {
  const answer = await fetchFromApi(PATH, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...once(key) },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as QuickReply;
}

export async function changeReply(id: string, body: Partial<ReplyBody>, etag?: string): Promise<QuickReply> {
  const answer = await fetchFromApi(`${PATH}/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json', ...ifMatch(etag) },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as QuickReply;
}

export async function deleteReply(id: string): Promise<void> {
  await fetchFromApi(`${PATH}/${id}`, { method: 'DELETE' });
}
