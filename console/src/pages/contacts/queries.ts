import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/api/client';
import type { Conversation, Page } from '@/api/types';
import { versioned } from '@/api/versioned';
import type { Contact, ContactMerge } from './contact';
import type { ContactsSearch } from './search';

const PAGE = 50;
const SOME = 20;

export function contactList({ q, sort = 'name', tags, blocked }: ContactsSearch, limit = PAGE) {
  return infiniteQueryOptions({
    queryKey: ['contacts', 'list', { q, sort, tags, blocked, limit }],
    queryFn: async ({ pageParam, signal }) =>
      (await data(
        api.GET('/api/v1/contacts', {
          params: {
            query: {
              limit,
              sort,
              ...(q !== undefined && { q }),
              ...(tags && { tag: tags }),
              ...(blocked && { blocked: blocked === 'only' }),
              ...(pageParam !== undefined && { after: pageParam }),
            },
          },
          signal,
        }),
      )) as Page<Contact>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function oneContact(id: string) {
  return queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) =>
      versioned<Contact>(api.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal })),
  });
}

export function conversationsOf(contact: string) {
  return infiniteQueryOptions({
    queryKey: ['contacts', 'conversations', contact],
    queryFn: async ({ pageParam, signal }) =>
      (await data(
        api.GET('/api/v1/conversations', {
          params: {
            query: {
              contact,
              limit: SOME,
              status: 'open,pending,snoozed,resolved',
              ...(pageParam !== undefined && { after: pageParam }),
            },
          },
          signal,
        }),
      )) as Page<Conversation>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    meta: { live: true },
  });
}

export function mergesOf(contact: string) {
  return infiniteQueryOptions({
    queryKey: ['contacts', 'merges', contact],
    queryFn: async ({ pageParam, signal }) =>
      (await data(
        api.GET('/api/v1/contacts/{id}/merges', {
          params: {
            path: { id: contact },
            query: { limit: SOME, ...(pageParam !== undefined && { after: pageParam }) },
          },
          signal,
        }) as Promise<{ data?: unknown }>,
      )) as Page<ContactMerge>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
}
