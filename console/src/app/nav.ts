import {
  Contact,
  Gauge,
  Inbox,
  RadioTower,
  ScrollText,
  Settings,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import type { Permission } from '@/lib/permissions';
import type { Person } from './me';

export interface NavEntry {
  /** The route's path. */
  to: string;
  /** Key in common.json, under `nav`. */
  label: string;
  icon: LucideIcon;
  /** Shown to who has one of these. */
  permissions: readonly Permission[];
  /** Shown where it is on. */
  feature?: string;
  /** Follows `g` on the keyboard. */
  key: string;
  /** On a phone the bar has room for few: the rest is under "More". */
  phone?: boolean;
}

/** The rail, from above. A page adds its line here and its route in router.tsx. */
export const NAV: readonly NavEntry[] = [
  {
    to: '/inbox',
    label: 'inbox',
    icon: Inbox,
    permissions: ['conversations:read'],
    feature: 'conversations',
    key: 'i',
    phone: true,
  },
  {
    to: '/contacts',
    label: 'contacts',
    icon: Contact,
    permissions: ['contacts:read'],
    key: 'c',
    phone: true,
  },
  {
    to: '/channels',
    label: 'channels',
    icon: RadioTower,
    permissions: ['channels:manage', 'templates:manage'],
    key: 'n',
  },
  { to: '/people', label: 'people', icon: UsersRound, permissions: ['members:read'], key: 'p' },
  { to: '/usage', label: 'usage', icon: Gauge, permissions: ['usage:read'], key: 'u' },
  { to: '/audit', label: 'audit', icon: ScrollText, permissions: ['audit:read'], key: 'a' },
  {
    to: '/settings',
    label: 'settings',
    icon: Settings,
    permissions: ['settings:read', 'labels:manage', 'api-keys:manage', 'messages:send'],
    key: 's',
  },
];

/** What of the rail is for somebody. */
export function navOf({ may, has }: Pick<Person, 'may' | 'has'>): readonly NavEntry[] {
  return NAV.filter(
    ({ permissions, feature }) => may(...permissions) && (feature === undefined || has(feature)),
  );
}
