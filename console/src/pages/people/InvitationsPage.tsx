import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { BellRing, EllipsisVertical, Mail, MailX, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Invitation, InvitationStatus } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { useFormats } from '@/lib/format';
import {
  Avatar,
  Badge,
  Confirm,
  EmptyState,
  IconButton,
  Loaded,
  LoadMore,
  Menu,
  Entry,
  Rows,
  Select,
  toast,
  toastProblem,
  type MenuEntry,
  type Tone,
} from '@/ui';
import { InviteDialog } from './InviteDialog';
import { PeopleFrame } from './PeopleFrame';
import css from './People.module.css';

type Filter = InvitationStatus | 'all';
const FILTERS: readonly Filter[] = ['all', 'pending', 'accepted', 'expired', 'cancelled'];
const TONES: Record<InvitationStatus, Tone> = {
  pending: 'info',
  accepted: 'success',
  expired: 'warning',
  cancelled: 'neutral',
};

export function InvitationsPage() {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const [status, setStatus] = useState<Filter>('all');
  const invitations = useInfiniteQuery({
    queryKey: ['invitations', { status }],
    queryFn: ({ pageParam }) =>
      answer<Page<Invitation>>(
        api.GET('/api/v1/invitations', {
          params: {
            query: {
              limit: 50,
              ...(status !== 'all' && { status }),
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
        <div className={css.filter}>
          <Select
            label={t('invitations.filter')}
            hideLabel
            value={status}
            onChange={setStatus}
            options={FILTERS.map((id) => ({ id, label: t(`invitations.status.${id}`) }))}
          />
        </div>
      </div>
      <Loaded query={invitations}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <EmptyState icon={<Mail />} title={t('invitations.noneTitle')}>
                {status === 'all' ? t('invitations.noneText') : t('invitations.noneOfState')}
              </EmptyState>
            );
          }
          return (
            <>
              <Rows label={t('invitations.listLabel')}>
                {all.map((invitation) => (
                  <InvitationRow key={invitation.id} invitation={invitation} />
                ))}
              </Rows>
              <LoadMore pages={invitations} />
            </>
          );
        }}
      </Loaded>
    </PeopleFrame>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { status } = invitation;
  return (
    <Entry
      isFaint={status === 'cancelled'}
      lead={<Avatar id={invitation.email} name={invitation.name ?? invitation.email} size={36} />}
      title={<span dir={invitation.name ? 'auto' : 'ltr'}>{invitation.name ?? invitation.email}</span>}
      badges={
        <>
          <Badge tone={TONES[status]}>{t(`invitations.status.${status}`)}</Badge>
          {status === 'pending' && invitation.mail === 'failed' && (
            <Badge tone="danger">{t('invitations.mailFailed')}</Badge>
          )}
          {status === 'pending' && invitation.mail === 'waiting' && (
            <Badge>{t('invitations.mailWaiting')}</Badge>
          )}
        </>
      }
      below={<Story invitation={invitation} />}
      meta={<Badge>{t(`common:roles.${invitation.role}`)}</Badge>}
      actions={<InvitationMenu invitation={invitation} />}
    />
  );
}

function Story({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { date, relative } = useFormats();
  const { status, endedAt } = invitation;
  const parts = [
    invitation.name ? invitation.email : '',
    status === 'pending' ? t('invitations.until', { date: date(invitation.expiresAt) }) : '',
    status === 'expired' ? t('invitations.expired', { when: relative(invitation.expiresAt) }) : '',
    (status === 'accepted' || status === 'cancelled') && endedAt
      ? t(`invitations.ended.${status}`, { when: relative(endedAt) })
      : '',
    invitation.invitedByName ? t('invitations.by', { name: invitation.invitedByName }) : '',
    invitation.reminders > 0 ? t('invitations.reminders', { count: invitation.reminders }) : '',
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

function InvitationMenu({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'cancel' | 'again'>();
  const { id, email, status } = invitation;
  const refresh = () => void queries.invalidateQueries({ queryKey: ['invitations'] });
  const remind = useMutation({
    mutationFn: () =>
      answer<Invitation>(api.POST('/api/v1/invitations/{id}/remind', { params: { path: { id } } })),
    onSuccess: () => {
      refresh();
      toast(t('invitations.reminded', { email }), { tone: 'success' });
    },
    onError: toastProblem,
  });
  const cancel = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      refresh();
      setDoing(undefined);
      toast(t('invitations.cancelled', { email }));
    },
    onError: toastProblem,
  });
  const isOpen = status === 'pending' || status === 'expired';
  const entries: MenuEntry[] = [];
  if (isOpen) {
    entries.push({
      id: 'remind',
      label: t('invitations.remind'),
      icon: <BellRing size={18} />,
      onAction: () => remind.mutate(),
    });
  }
  if (status === 'cancelled') {
    entries.push({
      id: 'again',
      label: t('invitations.again'),
      icon: <Send size={18} />,
      onAction: () => setDoing('again'),
    });
  }
  if (isOpen) {
    entries.push({
      id: 'cancel',
      label: t('invitations.cancel'),
      icon: <MailX size={18} />,
      danger: true,
      onAction: () => setDoing('cancel'),
    });
  }
  if (entries.length === 0) return null;
  const label = t('invitations.actionsOf', { email });
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={<EllipsisVertical size={18} />} />}
        groups={[{ id: 'invitation', entries }]}
      />
      <Confirm
        title={t('invitations.cancelTitle', { email })}
        isOpen={doing === 'cancel'}
        onClose={() => setDoing(undefined)}
        onConfirm={() => cancel.mutate()}
        confirmLabel={t('invitations.cancel')}
        isPending={cancel.isPending}
        danger
      >
        <p>{t('invitations.cancelText')}</p>
      </Confirm>
      {doing === 'again' && (
        <InviteDialog email={email} role={invitation.role} onClose={() => setDoing(undefined)} />
      )}
    </>
  );
}
