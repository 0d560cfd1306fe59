import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchFromApi } from '@/api/client';
import type { Page } from '@/api/types';
import type { Template } from '../inbox/data/queries';

/** A template with where it belongs. */
export type ListedTemplate = Template & {
  channelIds: string[];
  businessAccountId: string;
  syncedAt: string;
};

export interface TemplateFilter {
  channel?: string;
  status?: string;
  q?: string;
}

export interface TemplateSync {
  businessAccountId: string;
  templates: number;
  syncedAt: string;
}

const PAGE = 50;

export function templateList(filter: TemplateFilter) {
  return infiniteQueryOptions({
    queryKey: ['templates', 'list', filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...filter, limit: String(PAGE) });
      if (pageParam !== undefined) query.set('after', pageParam);
      const answer = await fetchFromApi(`/api/v1/templates?${query}`, { signal });
      return (await answer.json()) as Page<ListedTemplate>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Asks the provider for the templates of a channel's account. */
export async function syncTemplates(channelId: string): Promise<TemplateSync> {
  const answer = await fetchFromApi(`/api/v1/channels/${channelId}/template-syncs`, { method: 'POST' });
  return (await answer.json()) as TemplateSync;
}
