import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Crown, EllipsisVertical, ShieldCheck, UserCheck, Users, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import { ROLES, type Member, type Role } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { useSettled } from '@/lib/useSettled';
import { changeable } from '@/lib/rights';
import {
  Avatar,
  Badge,
  EmptyState,
  IconButton,
  Loaded,
  LoadMore,
  Menu,
  Entry,
  Rows,
  SearchField,
  Select,
  toast,
  toastProblem,
  type MenuEntry,
} from '@/ui';
import { ChangeMember } from './ChangeMember';
import { DeactivateMember } from './DeactivateMember';
import { PeopleFrame } from './PeopleFrame';
import css from './People.module.css';
import { TransferOwnership } from './TransferOwnership';

type State = 'all' | 'active' | 'inactive';
const SEEN_NOW = 3 * 60_000;

/** Seen is to the minute: who was seen a moment ago is here. */
function seenNow(at: string): boolean {
  return Date.now() - Date.parse(at) < SEEN_NOW;
}

export function MembersPage() {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const [role, setRole] = useState<Role | 'all'>('all');
  const [state, setState] = useState<State>('all');
  const members = useInfiniteQuery({
    queryKey: ['members', { q, role, state }],
    queryFn: ({ pageParam }) =>
      answer<Page<Member>>(
        api.GET('/api/v1/members', {
          params: {
            query: {
              limit: 50,
              sort: 'name',
              ...(q !== '' && { q }),
              ...(role !== 'all' && { role }),
              ...(state !== 'all' && { active: state === 'active' }),
              ...(pageParam !== undefined && { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // Others join and answer meanwhile, and no event tells of it.
    staleTime: 0,
  });
  return (
    <PeopleFrame>
      <div className={css.toolbar}>
        <SearchField label={t('search')} value={typed} onChange={setTyped} />
        <div className={css.filter}>
          <Select
            label={t('filterRole')}
            hideLabel
            value={role}
            onChange={setRole}
            options={[
              { id: 'all' as const, label: t('allRoles') },
              ...ROLES.map((id) => ({ id, label: t(`common:roles.${id}`) })),
            ]}
          />
        </div>
        <div className={css.filter}>
          <Select
            label={t('filterState')}
            hideLabel
            value={state}
            onChange={setState}
            options={(['all', 'active', 'inactive'] as const).map((id) => ({ id, label: t(`states.${id}`) }))}
          />
        </div>
      </div>
      <Loaded query={members}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <EmptyState icon={<Users />} title={t('noneTitle')}>
                {t('noneText')}
              </EmptyState>
            );
          }
          return (
            <>
              <Rows label={t('listLabel')}>
                {all.map((member) => (
                  <MemberRow key={member.id} member={member} />
                ))}
              </Rows>
              <LoadMore pages={members} />
            </>
          );
        }}
      </Loaded>
    </PeopleFrame>
  );
}

type Doing = 'change' | 'deactivate' | 'transfer';

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { memberId, may } = usePerson();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <>
      <Entry
        isFaint={!member.active}
        lead={<Avatar id={member.userId ?? member.id} name={member.name} size={36} />}
        title={<span dir="auto">{member.name}</span>}
        badges={
          <>
            {member.id === memberId && <Badge tone="info">{t('you')}</Badge>}
            {!member.active && <Badge tone="warning">{t('inactive')}</Badge>}
          </>
        }
        below={<span dir="ltr">{member.email}</span>}
        meta={
          <>
            {member.permissions.length > 0 && (
              <Badge tone="neutral">{t('extra', { count: member.permissions.length })}</Badge>
            )}
            <Badge tone={member.role === 'owner' ? 'accent' : 'neutral'}>
              {t(`common:roles.${member.role}`)}
            </Badge>
            <Seen at={member.lastSeenAt} />
          </>
        }
        actions={
          may('members:manage', 'members:manage-agents') && <MemberMenu member={member} onChoose={setDoing} />
        }
      />
      {doing === 'change' && <ChangeMember member={member} onClose={close} />}
      {doing === 'deactivate' && <DeactivateMember member={member} onClose={close} />}
      {doing === 'transfer' && <TransferOwnership member={member} onClose={close} />}
    </>
  );
}

function Seen({ at }: { at: string | undefined }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { relative, dateTime } = useFormats();
  if (at === undefined) return <span className={css.seen}>{t('neverSeen')}</span>;
  const isNow = seenNow(at);
  return (
    <span className={css.seen} title={dateTime(at)}>
      {isNow ? t('seenNow') : t('seen', { when: relative(at) })}
    </span>
  );
}

function MemberMenu({ member, onChoose }: { member: Member; onChoose: (doing: Doing) => void }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { memberId, me, may } = usePerson();
  const queries = useQueryClient();
  const allowed = changeable(member, memberId, me.permissions);
  const reactivate = useMutation({
    mutationFn: () =>
      answer<Member>(
        api.PATCH('/api/v1/members/{id}', {
          params: { path: { id: member.id } },
          body: { active: true } as never,
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      toast(t('reactivated', { name: member.name }), { tone: 'success' });
    },
    onError: toastProblem,
  });
  const entries: MenuEntry[] = [];
  if (allowed === 'yes') {
    entries.push({
      id: 'change',
      label: t('actions.change'),
      icon: <ShieldCheck size={18} />,
      onAction: () => onChoose('change'),
    });
    entries.push(
      member.active
        ? {
            id: 'deactivate',
            label: t('actions.deactivate'),
            icon: <UserX size={18} />,
            danger: true,
            onAction: () => onChoose('deactivate'),
          }
        : {
            id: 'reactivate',
            label: t('actions.reactivate'),
            icon: <UserCheck size={18} />,
            onAction: () => reactivate.mutate(),
          },
    );
  }
  const mayOwn = may('ownership:transfer') && member.active && member.userId !== undefined;
  if (mayOwn && member.role !== 'owner') {
    entries.push({
      id: 'transfer',
      label: t('actions.transfer'),
      icon: <Crown size={18} />,
      onAction: () => onChoose('transfer'),
    });
  }
  const label = t('manage', { name: member.name });
  if (entries.length === 0 && allowed !== 'yes') {
    return (
      <IconButton
        label={t(`reasons.${allowed}`)}
        icon={<EllipsisVertical size={18} />}
        onPress={() => toast(t(`reasons.${allowed}`))}
      />
    );
  }
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={<EllipsisVertical size={18} />} />}
      groups={[{ id: 'member', entries }]}
    />
  );
}
