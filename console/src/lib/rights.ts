import { useTranslation } from 'react-i18next';
import type { RoleRights } from '@/api/tenancy';

/*
 * The rules by which rights are handed on, as the API has them: nobody gives what they do not have. Here they decide what
 * is offered; there, what happens.
 */

/** What the keys permit includes what their values do. */
const INCLUDED: Readonly<Record<string, string>> = {
  'members:read': 'members:read-own',
  'members:manage': 'members:manage-agents',
};

/** Goes with being the owner, and with nothing else. */
const NEVER_GIVEN = 'ownership:transfer';

function holds(own: readonly string[], permission: string): boolean {
  return (
    own.includes(permission) ||
    Object.entries(INCLUDED).some(
      ([including, included]) => included === permission && own.includes(including),
    )
  );
}

/** Whether somebody with these permissions may give all of those. */
export function mayGive(own: readonly string[], given: readonly string[]): boolean {
  return given.every((permission) => holds(own, permission));
}

/** All that can be given one by one, in the order of the table. */
export function givable(roles: readonly RoleRights[]): string[] {
  const all = new Set(roles.flatMap(({ permissions }) => permissions));
  all.delete(NEVER_GIVEN);
  return [...all].sort();
}

export type Changeable = 'yes' | 'self' | 'owner' | 'beyond';

/** Whether somebody may change a member's role or activity, and why not. */
export function changeable(
  member: { id: string; role: string },
  ownId: string | undefined,
  own: readonly string[],
): Changeable {
  if (member.role === 'owner') return 'owner';
  if (member.id === ownId) return 'self';
  if (own.includes('members:manage')) return 'yes';
  const isLed = member.role === 'agent' || member.role === 'viewer';
  return isLed && own.includes('members:manage-agents') ? 'yes' : 'beyond';
}

/** Names of permissions and of what they are about. */
export function useRightNames(): {
  permission: (permission: string) => string;
  area: (permission: string) => string;
} {
  const { t, i18n } = useTranslation('rights');
  return {
    permission: (permission) => {
      const key = `rights:permissions.${permission.replace(':', '_')}`;
      // One that the API has learned since: better its own name than none.
      return i18n.exists(key) ? t(key as 'permissions.tenant_read') : permission;
    },
    area: (permission) => {
      const [area = ''] = permission.split(':');
      const key = `rights:areas.${area}`;
      return i18n.exists(key) ? t(key as 'areas.tenant') : area;
    },
  };
}
