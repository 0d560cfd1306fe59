import { queryOptions } from '@tanstack/react-query';
import { answer } from '@/api/answers';
import { api, fetchFromApi } from '@/api/client';
import type { Conversation, Page } from '@/api/types';

/** The newest conversation, of whatever status; null while there is none. */
export const firstConversation = queryOptions({
  queryKey: ['welcome', 'conversation'],
  queryFn: async ({ signal }) => {
    const { items } = await answer<Page<Conversation>>(
      api.GET('/api/v1/conversations', {
        params: { query: { limit: 1, status: 'open,pending,snoozed,resolved' } },
        signal,
      }),
    );
    return items[0] ?? null;
  },
  staleTime: 0,
  meta: { live: true },
});

/** Whether there is anybody beside the owner, or will be. */
export const hasColleagues = queryOptions({
  queryKey: ['welcome', 'colleagues'],
  queryFn: async ({ signal }) => {
    const members = await answer<Page<unknown>>(
      api.GET('/api/v1/members', { params: { query: { limit: 2 } }, signal } as never),
    );
    if (members.items.length > 1) return true;
    const invitations = await answer<Page<unknown>>(
      api.GET('/api/v1/invitations', { params: { query: { limit: 1 } }, signal } as never),
    );
    return invitations.items.length > 0;
  },
  staleTime: 0,
});

/** Whether anything that is said often was written down. */
export const hasReplies = queryOptions({
  queryKey: ['welcome', 'replies'],
  queryFn: async ({ signal }) => {
    const answered = await fetchFromApi('/api/v1/quick-replies?limit=1', { signal });
    return ((await answered.json()) as Page<unknown>).items.length > 0;
  },
  staleTime: 0,
});
