import { createContext, useContext, type ReactNode } from 'react';
import type { Me, Tenant } from '@/api/types';
import { mayAny, type Permission } from '@/lib/permissions';

/** Where the cache has what a person is and may, and the tenant. */
export const personKeys = { me: ['me'], tenant: ['tenant'] } as const;

export interface Person {
  me: Me;
  /** The tenant in which this tab works. */
  tenant: Tenant;
  memberId: string | undefined;
  /** Whether the person has one of these permissions here. */
  may: (...permissions: Permission[]) => boolean;
  /** Whether a feature is on in the tenant. */
  has: (feature: string) => boolean;
}

const PersonContext = createContext<Person | null>(null);

export function PersonProvider({ me, tenant, children }: { me: Me; tenant: Tenant; children: ReactNode }) {
  const person: Person = {
    me,
    tenant,
    memberId: me.actor.memberId,
    may: (...permissions) => mayAny(me.permissions, ...permissions),
    has: (feature) => me.features.includes(feature),
  };
  return <PersonContext value={person}>{children}</PersonContext>;
}

/** Who is signed in, and where. Only below the shell. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('There is nobody signed in here');
  return person;
}
