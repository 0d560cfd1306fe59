import { QueryClient, type InvalidateQueryFilters } from '@tanstack/react-query';
import { ApiProblem } from '@/api/problems';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Realtime keeps the inbox fresh; other pages are asked again when they are come back to.
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      // Whether there is a network is seen by trying.
      networkMode: 'always',
      retry: (failures, failure) => failure instanceof ApiProblem && failure.passing && failures < 3,
      retryDelay: (failures, failure) =>
        failure instanceof ApiProblem && failure.retryAfter !== undefined
          ? failure.retryAfter * 1000
          : Math.min(8000, 400 * 2 ** failures),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Has all that these filters name asked for anew: what is shown at once, the rest when it is shown again. */
export function askAnew(filters: InvalidateQueryFilters = {}): void {
  for (const query of queryClient.getQueryCache().findAll(filters)) {
    // A first request is never begun anew, and its answer may be from before.
    if (query.state.data !== undefined || query.state.fetchStatus !== 'fetching') continue;
    query.promise?.then(
      () => void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }),
      () => undefined,
    );
  }
  void queryClient.invalidateQueries(filters);
}
