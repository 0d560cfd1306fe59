import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { LayoutTemplate, RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import type { Channel } from '@/api/types';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { useFormats } from '@/lib/format';
import { languageName } from '@/lib/places';
import { useTyped } from '@/lib/useTyped';
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Facts,
  Failed,
  LoadMore,
  Menu,
  Notice,
  Row,
  Rows,
  RowsLoading,
  SearchField,
  Select,
  toast,
  toastProblem,
  type Tone,
} from '@/ui';
import { ChannelsFrame } from '../channels/ChannelsFrame';
import { channelsOptions } from '../inbox/data/queries';
import { syncTemplates, templateList, type ListedTemplate } from './queries';
import { STATUSES, type TemplatesSearch } from './search';
import { TemplatePreview } from './TemplatePreview';
import css from './TemplatesPage.module.css';

const TONES: Record<string, Tone> = {
  approved: 'success',
  pending: 'info',
  rejected: 'danger',
  paused: 'warning',
};

/** What Meta approved to be said first, or after the reply window. */
export function TemplatesPage() {
  const { t } = useTranslation(['templates', 'common']);
  const { may } = usePerson();
  const search = useSearch({ from: '/shell/channels/templates' });
  const navigate = useNavigate({ from: '/channels/templates' });
  const show = (next: TemplatesSearch) => void navigate({ search: next, replace: true });
  const [typed, setTyped] = useTyped(
    search.q ?? '',
    (typedNow) => {
      const { q: _, ...rest } = search;
      show({ ...rest, ...(typedNow !== '' && { q: typedNow }) });
    },
    100,
  );
  const [opened, setOpened] = useState<ListedTemplate>();
  const channels = useQuery(channelsOptions);
  const templates = useInfiniteQuery({
    ...templateList(filterOf(search)),
    placeholderData: (before) => before,
  });
  const found = templates.data?.pages.flatMap(({ items }) => items);
  const isFiltered = Object.keys(search).length > 0;
  const names = new Map(channels.data?.map(({ id, name }) => [id, name]));

  return (
    <ChannelsFrame actions={may('templates:manage') && <SyncButton channels={channels.data ?? []} />}>
      <p className={css.soft}>{t('description')}</p>
      <div className={css.filters}>
        <SearchField label={t('list.search')} value={typed} onChange={setTyped} />
        {channels.data && channels.data.length > 1 && (
          <div className={css.choice}>
            <Select
              label={t('list.channel')}
              hideLabel
              value={search.channel ?? 'all'}
              onChange={(chosen) => {
                const { channel: _, ...rest } = search;
                show({ ...rest, ...(chosen !== 'all' && { channel: chosen }) });
              }}
              options={[
                { id: 'all', label: t('list.allChannels') },
                ...channels.data.map(({ id, name }) => ({ id, label: name })),
              ]}
            />
          </div>
        )}
        <div className={css.choice}>
          <Select
            label={t('list.status')}
            hideLabel
            value={search.state ?? 'all'}
            onChange={(chosen) => {
              const { state: _, ...rest } = search;
              show({ ...rest, ...(chosen !== 'all' && { state: chosen }) });
            }}
            options={[
              { id: 'all' as const, label: t('list.allStatuses') },
              ...STATUSES.map((id) => ({ id, label: t(`status.${id}`) })),
            ]}
          />
        </div>
      </div>
      {templates.isPending && <RowsLoading label={t('common:loading')} />}
      {templates.isError && !found && (
        <Failed failure={templates.error} retry={() => void templates.refetch()} />
      )}
      {found?.length === 0 &&
        (isFiltered ? (
          <EmptyState
            icon={<LayoutTemplate />}
            title={t('list.noneFound')}
            actions={
              <Button
                icon={<X size={16} />}
                onPress={() => {
                  setTyped('');
                  show({});
                }}
              >
                {t('list.clear')}
              </Button>
            }
          >
            {t('list.noneFoundText')}
          </EmptyState>
        ) : (
          <NoTemplates hasChannel={channels.data === undefined || channels.data.length > 0} />
        ))}
      {found && found.length > 0 && (
        <>
          <Rows label={t('title')}>
            {found.map((template) => (
              <Row key={template.id}>
                <TemplateRow
                  template={template}
                  channels={channelNames(template, names)}
                  onOpen={() => setOpened(template)}
                />
              </Row>
            ))}
          </Rows>
          <LoadMore pages={templates} />
        </>
      )}
      {opened && (
        <OneTemplate
          template={opened}
          channels={channelNames(opened, names)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </ChannelsFrame>
  );
}

function filterOf({ q, channel, state }: TemplatesSearch) {
  return {
    ...(q !== undefined && { q }),
    ...(channel !== undefined && { channel }),
    ...(state && { status: state }),
  };
}

function channelNames(template: ListedTemplate, names: ReadonlyMap<string, string>): string {
  return template.channelIds
    .map((id) => names.get(id))
    .filter((name) => name !== undefined)
    .join(', ');
}

function NoTemplates({ hasChannel }: { hasChannel: boolean }) {
  const { t } = useTranslation(['templates', 'common']);
  const { may } = usePerson();
  return (
    <EmptyState
      icon={<LayoutTemplate />}
      title={t(hasChannel ? 'list.none' : 'list.noChannel')}
      actions={!hasChannel && may('channels:manage') && <Link to="/channels">{t('list.toChannels')}</Link>}
    >
      {t(hasChannel ? 'list.noneText' : 'list.noChannelText')}
    </EmptyState>
  );
}

function TemplateRow({
  template,
  channels,
  onOpen,
}: {
  template: ListedTemplate;
  channels: string;
  onOpen: () => void;
}) {
  const { t } = useTranslation(['templates', 'common']);
  const { locale } = useLocale();
  return (
    <AriaButton className={css.row ?? ''} onPress={onOpen}>
      <span className={css.words}>
        <span className={css.name}>
          <bdi>{template.name}</bdi>
          <Badge tone={TONES[template.status] ?? 'neutral'}>{statusText(t, template.status)}</Badge>
        </span>
        <span className={css.text} dir="auto">
          {template.body.text}
        </span>
      </span>
      <span className={css.about}>
        <span>{languageName(template.language.replace('_', '-'), locale)}</span>
        <bdi className={css.channels}>{channels}</bdi>
      </span>
    </AriaButton>
  );
}

function OneTemplate({
  template,
  channels,
  onClose,
}: {
  template: ListedTemplate;
  channels: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['templates', 'common']);
  const { locale } = useLocale();
  const formats = useFormats();
  const status = template.status;
  return (
    <Dialog title={template.name} isOpen onClose={onClose}>
      {status !== 'approved' && (
        <Notice tone={status === 'rejected' || status === 'disabled' ? 'danger' : 'warning'}>
          {t(`why.${status}` as 'why.pending', { defaultValue: t('why.other') })}
        </Notice>
      )}
      <TemplatePreview template={template} />
      <Facts
        facts={[
          [t('list.status'), statusText(t, status)],
          [t('facts.language'), languageName(template.language.replace('_', '-'), locale)],
          [
            t('facts.category'),
            t(`category.${template.category}` as 'category.utility', { defaultValue: template.category }),
          ],
          [t('list.channel'), channels],
          [t('facts.account'), template.businessAccountId],
          [t('facts.synced'), formats.dateTime(template.syncedAt)],
        ]}
      />
    </Dialog>
  );
}

function statusText(t: ReturnType<typeof useTranslation<['templates', 'common']>>['t'], status: string) {
  return t(`status.${status}` as 'status.approved', { defaultValue: status });
}

/** Reads the templates anew from Meta: of the one channel, or of that which is chosen. */
function SyncButton({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation(['templates', 'common']);
  const queries = useQueryClient();
  const sync = useMutation({
    mutationFn: syncTemplates,
    onSuccess: async ({ templates }) => {
      toast(t('sync.done', { count: templates }), { tone: 'success' });
      await queries.invalidateQueries({ queryKey: ['templates'] });
    },
    onError: toastProblem,
  });
  const [only] = channels;
  if (!only) return null;
  const button = (press?: () => void) => (
    <Button icon={<RefreshCw size={16} />} isPending={sync.isPending} {...(press && { onPress: press })}>
      {t('sync.action')}
    </Button>
  );
  if (channels.length === 1) return button(() => sync.mutate(only.id));
  return (
    <Menu
      label={t('sync.action')}
      trigger={button()}
      groups={[
        {
          id: 'channels',
          entries: channels.map(({ id, name }) => ({ id, label: name, onAction: () => sync.mutate(id) })),
        },
      ]}
    />
  );
}
