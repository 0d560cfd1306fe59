import type { components } from './schema';

/*
 * What tenant-service answers. Fields with a question mark are absent where they are unset.
 */
type Schemas = components['schemas'];

export type Role = Exclude<Schemas['Role'], 'platform_admin'>;
export const ROLES: readonly Role[] = ['owner', 'admin', 'supervisor', 'agent', 'viewer'];
/** What people can be made; a tenant has one owner, who hands it over. */
export const GIVEN_ROLES: readonly Role[] = ['admin', 'supervisor', 'agent', 'viewer'];

export interface Member {
  id: string;
  userId?: string;
  email: string;
  name: string;
  role: Role;
  permissions: string[];
  active: boolean;
  lastSeenAt?: string;
  createdAt: string;
}

export interface RoleRights {
  role: Role;
  permissions: string[];
}

export type InvitationStatus = 'pending' | 'accepted' | 'cancelled' | 'expired';

export interface Invitation {
  id: string;
  email: string;
  name?: string;
  role: Role;
  permissions: string[];
  message?: string;
  locale: string;
  status: InvitationStatus;
  mail: 'waiting' | 'sent' | 'failed';
  invitedByName?: string;
  reminders: number;
  sentAt: string;
  expiresAt: string;
  endedAt?: string;
  createdAt: string;
}

export interface ReceivedInvitation {
  tenantName: string;
  invitedByName?: string;
  email: string;
  name?: string;
  role: Role;
  message?: string;
  locale: string;
  status: InvitationStatus;
  expiresAt: string;
  way: 'sign-in' | 'choose-password';
}

export interface AcceptedInvitation {
  tenant: { id: string; slug: string; name: string };
  member: Member;
}

export interface Signup {
  id: string;
  slug: string;
  codeExpiresAt: string;
}

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  /** In the answer to its creation, and never again. */
  key?: string;
  role: Role;
  scopes?: string[];
  status: 'active' | 'replaced' | 'expired' | 'revoked';
  expiresAt?: string;
  lastUsedAt?: string;
  revokedAt?: string;
  replacedBy?: string;
  replaces?: string;
  createdBy: { id: string; name?: string };
  createdAt: string;
}

export interface OrganisationDetails {
  id: string;
  slug: string;
  name: string;
  email?: string;
  phone?: string;
  industry?: string;
  website?: string;
  domain?: string;
  locale: string;
  timezone: string;
  country: string;
  status: Schemas['TenantStatus'];
  createdAt: string;
}

export interface Setting {
  key: string;
  value: unknown;
  default: unknown;
  isDefault: boolean;
  type: 'language-tag' | 'time-zone' | 'choice' | 'duration' | 'period' | 'object' | 'list';
  choices?: string[];
  description: string;
  inEffect: boolean;
  changedAt?: string;
}

export interface Feature {
  code: string;
  enabled: boolean;
  inPlan: boolean;
}

export interface SizedLimit {
  metric: string;
  size?: number;
  unlimited: boolean;
}

export interface Plan {
  code: string;
  name: string;
  selfService: boolean;
  auditDays: number;
  features: string[];
  limits: (SizedLimit & { monthly: boolean })[];
}

export interface Subscription {
  plan: string;
  status: Schemas['TenantStatus'];
  trialEndsAt?: string;
  period: { startsAt: string; endsAt: string };
  scheduled?: { plan?: string; at: string };
  pastDueSince?: string;
  suspendAt?: string;
  limits: (SizedLimit & { exception: boolean })[];
  beyond: string[];
}

export interface MetricUsage extends SizedLimit {
  used: number;
  share?: number;
  month?: string;
  resetsAt?: string;
}

export interface Usage {
  plan: string;
  metrics: MetricUsage[];
}

export interface AuditEntry {
  sequence: number;
  happenedAt: string;
  recordedAt: string;
  summary: string;
  actor: { type: string; id?: string; name?: string; memberId?: string };
  role?: string;
  action: string;
  resource: { type: string; id: string };
  oldValues?: Record<string, unknown>;
  newValues?: Record<string, unknown>;
  ip?: string;
  userAgent?: string;
  requestId?: string;
  service: string;
  hash: string;
}

export interface AuditVerification {
  holds: boolean;
  complete: boolean;
  entries: number;
  from?: number;
  to?: number;
  problems: { kind: string; sequence: number; lastSequence: number }[];
  head?: { sequence: number; hash: string };
  next?: number;
}

export interface SignInDomain {
  id: string;
  domain: string;
  verified: boolean;
  verifiedAt?: string;
  dnsRecord: { type: string; name: string; value: string };
  createdAt: string;
}

export interface OwnProvider {
  issuer: string;
  clientId: string;
  enabled: boolean;
  required: boolean;
  state: 'pending' | 'active' | 'failed';
  reason?: string;
  domains: string[];
  hint: string;
  redirectUri: string;
  updatedAt: string;
}
