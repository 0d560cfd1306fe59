import { queryOptions } from '@tanstack/react-query';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { RoleRights } from '@/api/tenancy';
import type { Page } from '@/api/types';

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => answer<Page<RoleRights>>(api.GET('/api/v1/roles')).then(({ items }) => items),
  staleTime: 5 * 60_000,
});
