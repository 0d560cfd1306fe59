/** What of the audit is shown, as its address says it. Days are those of the tenant's time zone. */
export interface AuditSearch {
  actor?: string;
  action?: string;
  resourceType?: string;
  resourceId?: string;
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Takes what is known from an address; the rest is as if it were not there. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {};
  for (const field of ['actor', 'action', 'resourceType', 'resourceId'] as const) {
    const value = search[field];
    if (typeof value === 'string' && value !== '') found[field] = value;
  }
  for (const field of ['from', 'to'] as const) {
    const value = search[field];
    if (typeof value === 'string' && DAY.test(value)) found[field] = value;
  }
  return found;
}
