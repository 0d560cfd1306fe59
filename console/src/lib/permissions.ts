/** What roles and extra permissions let a person do; the names are those of the API. */
export type Permission =
  | 'tenant:read'
  | 'tenant:manage'
  | 'tenant:export'
  | 'members:read'
  | 'members:read-own'
  | 'members:manage'
  | 'members:manage-agents'
  | 'invitations:manage'
  | 'ownership:transfer'
  | 'usage:read'
  | 'subscription:manage'
  | 'features:manage'
  | 'settings:read'
  | 'settings:manage'
  | 'sign-in:manage'
  | 'audit:read'
  | 'api-keys:manage'
  | 'contacts:read'
  | 'contacts:write'
  | 'contacts:manage'
  | 'channels:read'
  | 'channels:manage'
  | 'conversations:read'
  | 'conversations:read-unassigned'
  | 'conversations:read-all'
  | 'conversations:write'
  | 'conversations:assign'
  | 'messages:send'
  | 'notes:write'
  | 'labels:manage'
  | 'quick-replies:manage'
  | 'templates:manage';

/** Whether one of these is among what somebody may. */
export function mayAny(permissions: readonly string[], ...wanted: Permission[]): boolean {
  return wanted.some((permission) => permissions.includes(permission));
}
