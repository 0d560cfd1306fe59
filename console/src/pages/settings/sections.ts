import type { Permission } from '@/lib/permissions';

export interface Section {
  to: string;
  /** Key in settings.json, under `sections`. */
  label: string;
  permissions: readonly Permission[];
  feature?: string;
}

/** The parts of the settings, from above. */
export const SECTIONS: readonly Section[] = [
  { to: '/settings/organisation', label: 'organisation', permissions: ['settings:read'] },
  { to: '/settings/rules', label: 'rules', permissions: ['settings:read'] },
  { to: '/settings/labels', label: 'labels', permissions: ['labels:manage'], feature: 'conversations' },
  {
    to: '/settings/quick-replies',
    label: 'quickReplies',
    permissions: ['messages:send', 'quick-replies:manage'],
    feature: 'conversations',
  },
  { to: '/settings/features', label: 'features', permissions: ['settings:read'] },
  { to: '/settings/sign-in', label: 'signIn', permissions: ['sign-in:manage'] },
  { to: '/settings/api-keys', label: 'apiKeys', permissions: ['api-keys:manage'] },
  { to: '/settings/data', label: 'data', permissions: ['tenant:export', 'ownership:transfer'] },
];
