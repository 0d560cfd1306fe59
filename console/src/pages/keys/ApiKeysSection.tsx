import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, KeyRound, Pencil, Plus, RefreshCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { ApiKey } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { useFormats } from '@/lib/format';
import {
  Badge,
  Button,
  Confirm,
  EmptyState,
  Entry,
  IconButton,
  Loaded,
  LoadMore,
  Menu,
  Rows,
  toast,
  toastProblem,
  type MenuEntry,
  type Tone,
} from '@/ui';
import css from './ApiKeys.module.css';
import { CreateKey } from './CreateKey';
import { EditKey } from './EditKey';
import { RotateKey } from './RotateKey';

const TONES: Record<ApiKey['status'], Tone> = {
  active: 'success',
  replaced: 'info',
  expired: 'warning',
  revoked: 'neutral',
};

/** Keys by which programs call the API. */
export function ApiKeysSection() {
  const { t } = useTranslation('keys');
  const [creating, setCreating] = useState(false);
  const keys = useInfiniteQuery({
    queryKey: ['api-keys'],
    queryFn: ({ pageParam }) =>
      answer<Page<ApiKey>>(
        api.GET('/api/v1/api-keys', {
          params: { query: { limit: 50, ...(pageParam !== undefined && { after: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const create = (
    <Button variant="primary" icon={<Plus size={16} />} onPress={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <Loaded query={keys}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <EmptyState icon={<KeyRound />} title={t('noneTitle')} actions={create}>
                {t('noneText')}
              </EmptyState>
            );
          }
          return (
            <>
              <div className={css.head}>
                <p>{t('description')}</p>
                {create}
              </div>
              <Rows label={t('title')}>
                {all.map((key) => (
                  <KeyLine key={key.id} apiKey={key} all={all} />
                ))}
              </Rows>
              <LoadMore pages={keys} />
            </>
          );
        }}
      </Loaded>
      {creating && <CreateKey onClose={() => setCreating(false)} />}
    </>
  );
}

function KeyLine({ apiKey, all }: { apiKey: ApiKey; all: readonly ApiKey[] }) {
  const { t } = useTranslation(['keys', 'common']);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'edit' | 'rotate' | 'revoke'>();
  const close = () => setDoing(undefined);
  const { id, name, status } = apiKey;
  const revoke = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      close();
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      toast(t('revoked', { name }));
    },
    onError: toastProblem,
  });
  const works = status === 'active' || status === 'replaced';
  const entries: MenuEntry[] = [
    ...(status === 'active'
      ? [
          { id: 'edit', label: t('edit'), icon: <Pencil size={18} />, onAction: () => setDoing('edit') },
          {
            id: 'rotate',
            label: t('rotate'),
            icon: <RefreshCcw size={18} />,
            onAction: () => setDoing('rotate'),
          },
        ]
      : []),
    ...(works
      ? [
          {
            id: 'revoke',
            label: t('revoke'),
            icon: <Trash2 size={18} />,
            danger: true,
            onAction: () => setDoing('revoke'),
          },
        ]
      : []),
  ];
  const label = t('actionsOf', { name });
  return (
    <>
      <Entry
        isFaint={!works}
        lead={<KeyRound size={18} aria-hidden="true" />}
        title={<span dir="auto">{name}</span>}
        badges={
          <>
            <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
            <code className={css.prefix}>{apiKey.prefix}…</code>
          </>
        }
        below={<Story apiKey={apiKey} all={all} />}
        meta={
          <>
            <Badge>{t(`common:roles.${apiKey.role}`)}</Badge>
            <span>{apiKey.scopes ? t('scopes', { count: apiKey.scopes.length }) : t('allScopes')}</span>
          </>
        }
        actions={
          entries.length > 0 && (
            <Menu
              label={label}
              trigger={<IconButton label={label} icon={<EllipsisVertical size={18} />} />}
              groups={[{ id: 'key', entries }]}
            />
          )
        }
      />
      {doing === 'edit' && <EditKey apiKey={apiKey} onClose={close} />}
      {doing === 'rotate' && <RotateKey apiKey={apiKey} onClose={close} />}
      <Confirm
        title={t('revokeTitle', { name })}
        isOpen={doing === 'revoke'}
        onClose={close}
        onConfirm={() => revoke.mutate()}
        confirmLabel={t('revoke')}
        isPending={revoke.isPending}
        danger
      >
        <p>{t('revokeText')}</p>
      </Confirm>
    </>
  );
}

function Story({ apiKey, all }: { apiKey: ApiKey; all: readonly ApiKey[] }) {
  const { t } = useTranslation('keys');
  const { relative, dateTime } = useFormats();
  const nameOf = (id: string) => all.find((one) => one.id === id)?.prefix ?? '…';
  const { lastUsedAt, expiresAt, revokedAt, createdBy, status, replacedBy, replaces } = apiKey;
  const parts = [
    createdBy.name ? t('by', { name: createdBy.name }) : '',
    lastUsedAt ? t('used', { when: relative(lastUsedAt) }) : t('neverUsed'),
    revokedAt ? t('revokedAt', { when: relative(revokedAt) }) : '',
    !revokedAt && expiresAt
      ? t(status === 'expired' ? 'expiredAt' : 'expiresAt', { date: dateTime(expiresAt) })
      : '',
    !revokedAt && !expiresAt ? t('neverExpires') : '',
    replacedBy ? t('replacedBy', { key: nameOf(replacedBy) }) : '',
    replaces ? t('replaces', { key: nameOf(replaces) }) : '',
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}
