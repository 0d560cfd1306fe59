import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Bot, Download, KeyRound, ScrollText, ShieldCheck, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api, fetchFromApi } from '@/api/client';
import type { AuditEntry, Member } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { usePerson } from '@/app/me';
import { dayIn, endOfDay, startOfDay } from '@/lib/dayRange';
import { saveFile } from '@/lib/download';
import { useFormats, useFormatsOfTenant } from '@/lib/format';
import {
  Avatar,
  Button,
  ComboBox,
  EmptyState,
  Loaded,
  LoadMore,
  PageFrame,
  Row,
  Rows,
  Select,
  TextField,
  toastProblem,
} from '@/ui';
import css from './Audit.module.css';
import { EntryDialog } from './EntryDialog';
import { changesOf, isTelling, valueText } from './entry';
import type { AuditSearch } from './search';
import { useSentences } from './sentences';
import { VerifyDialog } from './VerifyDialog';

const ACTIONS = ['created', 'updated', 'deleted', 'signed-in', 'signed-out', 'exported'] as const;
const TYPES = [
  ...['member', 'invitation', 'api-key', 'tenant', 'setting', 'subscription', 'feature', 'sign-in-policy'],
  ...['channel', 'label', 'conversation', 'message', 'note', 'contact', 'contact-identity', 'contact-merge'],
] as const;
const ANY = 'any';

/** Days of the tenant as the moments between which the API looks. */
function queryOf({ from, to, ...rest }: AuditSearch, zone: string) {
  return {
    ...rest,
    ...(from !== undefined && { from: startOfDay(from, zone) }),
    ...(to !== undefined && { to: endOfDay(to, zone) }),
  };
}

/** Who did what, newest first. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { tenant } = usePerson();
  const filters = useSearch({ from: '/shell/audit' });
  const query = queryOf(filters, tenant.timezone);
  const [opened, setOpened] = useState<AuditEntry>();
  const [verifying, setVerifying] = useState(false);
  const entries = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam }) =>
      answer<Page<AuditEntry>>(
        api.GET('/api/v1/audit-entries', {
          params: {
            query: { limit: 50, ...query, ...(pageParam !== undefined && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
  const csv = useMutation({
    mutationFn: async () => {
      const search = new URLSearchParams(query);
      const reply = await fetchFromApi(`/api/v1/audit-entries/export?${search.toString()}`, {
        headers: { Accept: 'text/csv' },
      });
      saveFile(await reply.blob(), `${tenant.slug}-audit-${dayIn(tenant.timezone)}.csv`);
    },
    onError: toastProblem,
  });
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <PageFrame
      title={t('title')}
      description={t('description', { zone: tenant.timezone })}
      actions={
        <>
          <Button icon={<ShieldCheck size={16} />} onPress={() => setVerifying(true)}>
            {t('verify.open')}
          </Button>
          <Button icon={<Download size={16} />} isPending={csv.isPending} onPress={() => csv.mutate()}>
            {t('export')}
          </Button>
        </>
      }
    >
      <Filters filters={filters} />
      <Loaded query={entries}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <EmptyState icon={<ScrollText />} title={isFiltered ? t('noneLikeThis') : t('noneTitle')}>
                {isFiltered ? t('noneLikeThisText') : t('noneText')}
              </EmptyState>
            );
          }
          return (
            <>
              <Days entries={all} onOpen={setOpened} />
              <LoadMore pages={entries} />
            </>
          );
        }}
      </Loaded>
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
      {verifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </PageFrame>
  );
}

function Filters({ filters }: { filters: AuditSearch }) {
  const { t } = useTranslation('audit');
  const navigate = useNavigate({ from: '/audit' });
  const { thingType } = useSentences();
  const members = useQuery({
    queryKey: ['members', 'names'],
    queryFn: () =>
      answer<Page<Member>>(
        api.GET('/api/v1/members', { params: { query: { limit: 200, sort: 'name' } } }),
      ).then(({ items }) => items),
    staleTime: 60_000,
  });
  const set = (field: keyof AuditSearch) => (value: string | null) =>
    void navigate({
      search: (now) => {
        const rest = Object.fromEntries(Object.entries(now).filter(([name]) => name !== field));
        return value === null || value === '' || value === ANY ? rest : { ...rest, [field]: value };
      },
      replace: true,
    });
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <div className={css.filters}>
      <ComboBox
        key={`${filters.actor ?? ''}${members.isSuccess}`}
        label={t('filters.actor')}
        placeholder={t('filters.anybody')}
        options={(members.data ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={filters.actor ?? null}
        onChange={set('actor')}
      />
      <Select
        label={t('filters.action')}
        value={filters.action ?? ANY}
        onChange={set('action')}
        options={[
          { id: ANY, label: t('filters.anything') },
          ...ACTIONS.map((id) => ({ id, label: t(`actions.${id}`) })),
        ]}
      />
      <Select
        label={t('filters.type')}
        value={filters.resourceType ?? ANY}
        onChange={set('resourceType')}
        options={[
          { id: ANY, label: t('filters.anyThing') },
          ...TYPES.map((id) => ({ id, label: thingType(id) })),
        ]}
      />
      <TextField label={t('filters.from')} type="date" value={filters.from ?? ''} onChange={set('from')} />
      <TextField label={t('filters.to')} type="date" value={filters.to ?? ''} onChange={set('to')} />
      {isFiltered && (
        <div className={css.clear}>
          <Button
            variant="ghost"
            icon={<X size={15} />}
            onPress={() => void navigate({ search: {}, replace: true })}
          >
            {t('filters.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Days({ entries, onOpen }: { entries: readonly AuditEntry[]; onOpen: (entry: AuditEntry) => void }) {
  const formats = useFormatsOfTenant();
  const days = [...Map.groupBy(entries, ({ happenedAt }) => formats.dayKey(happenedAt))];
  return (
    <>
      {days.map(([day, ofDay]) => {
        const title = formats.day(ofDay[0]?.happenedAt ?? day);
        return (
          <section key={day} className={css.day}>
            <h2 className={css.dayTitle}>{title}</h2>
            <Rows label={title}>
              {ofDay.map((entry) => (
                <Row key={entry.sequence}>
                  <Line entry={entry} time={formats.time(entry.happenedAt)} onOpen={onOpen} />
                </Row>
              ))}
            </Rows>
          </section>
        );
      })}
    </>
  );
}

function Line({
  entry,
  time,
  onOpen,
}: {
  entry: AuditEntry;
  time: string;
  onOpen: (entry: AuditEntry) => void;
}) {
  const { sentence, field, value } = useSentences();
  const { number } = useFormats();
  const changes = entry.action === 'updated' ? changesOf(entry).filter(isTelling).slice(0, 3) : [];
  return (
    <button type="button" className={css.line} onClick={() => onOpen(entry)}>
      <span className={css.lead} aria-hidden="true">
        {entry.actor.type === 'user' ? (
          <Avatar id={entry.actor.id ?? ''} name={entry.actor.name ?? ''} size={28} />
        ) : entry.actor.type === 'api-key' ? (
          <KeyRound size={18} />
        ) : (
          <Bot size={18} />
        )}
      </span>
      <span className={css.words}>
        <span dir="auto">{sentence(entry)}</span>
        {changes.length > 0 && (
          <span className={css.changes}>
            {changes
              .map(
                ({ field: name, before, after }) =>
                  `${field(name)}: ${value(valueText(before))} → ${value(valueText(after))}`,
              )
              .join(' · ')}
          </span>
        )}
      </span>
      <span className={css.time}>
        {time} <span className="visually-hidden">#{number(entry.sequence)}</span>
      </span>
    </button>
  );
}
