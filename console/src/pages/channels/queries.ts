import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { answer, once } from '@/api/answers';
import { api } from '@/api/client';
import type { Page } from '@/api/types';
import { ifMatch, versioned } from '@/api/versioned';
import { toastProblem } from '@/ui';
import type { ConnectedChannel, Secrets } from './channel';

const PAGE = 50;

export const channelList = infiniteQueryOptions({
  queryKey: ['channels', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answer<Page<ConnectedChannel>>(
      api.GET('/api/v1/channels', {
        params: { query: { limit: PAGE, ...(pageParam !== undefined && { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor,
  meta: { live: true },
});

export function oneChannel(id: string) {
  return queryOptions({
    queryKey: ['channels', 'one', id],
    queryFn: ({ signal }) =>
      versioned<ConnectedChannel>(api.GET('/api/v1/channels/{id}', { params: { path: { id } }, signal })),
    meta: { live: true },
  });
}

export interface ChannelChange {
  name?: string;
  settings?: Record<string, string | null>;
  secrets?: Partial<Secrets>;
  disabled?: boolean;
}

export async function connectChannel(
  wanted: { name: string; settings: Record<string, string | null>; secrets: Partial<Secrets> },
  key: string,
): Promise<ConnectedChannel> {
  const body = { type: 'whatsapp', ...wanted };
  return await answer<ConnectedChannel>(
    api.POST('/api/v1/channels', { params: { header: once(key) }, body: body as never }),
  );
}

export async function changeChannel(
  id: string,
  change: ChannelChange,
  etag?: string,
): Promise<ConnectedChannel> {
  return await answer<ConnectedChannel>(
    api.PATCH('/api/v1/channels/{id}', {
      params: { path: { id }, header: ifMatch(etag) },
      body: change as never,
    }),
  );
}

/** Asks the provider whether the channel works, and has it register our webhook. */
export async function checkChannel(id: string): Promise<ConnectedChannel> {
  return await answer<ConnectedChannel>(
    api.POST('/api/v1/channels/{id}/check', { params: { path: { id } } }),
  );
}

/** Everything that was loaded of channels is asked for anew. */
export function reloadChannels(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['channels'] });
}

export function useCheck() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: checkChannel,
    onSettled: () => reloadChannels(queries),
    onError: toastProblem,
  });
}

export interface ProviderEvent {
  id: string;
  channelId: string;
  status: string;
  problem?: string;
  requestId?: string;
  sizeBytes: number;
  receivedAt: string;
}

/** Webhooks that were kept and could not be taken. */
export const providerEvents = infiniteQueryOptions({
  queryKey: ['provider-events'],
  queryFn: ({ pageParam, signal }) =>
    answer<Page<ProviderEvent>>(
      api.GET('/api/v1/provider-events', {
        params: { query: { limit: 20, ...(pageParam !== undefined && { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor,
});

export async function replayEvent(id: string): Promise<ProviderEvent> {
  return await answer<ProviderEvent>(
    api.POST('/api/v1/provider-events/{id}/replay', { params: { path: { id } } }),
  );
}
