import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { MessageCircle, Plus, RadioTower } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { showPhone } from '@/lib/phone';
import { Button, EmptyState, Entry, Failed, LoadMore, Rows, RowsLoading } from '@/ui';
import type { ConnectedChannel } from './channel';
import css from './Channels.module.css';
import { ChannelsFrame, useLiveChannels } from './ChannelsFrame';
import { HealthBadge } from './HealthBadge';
import { ProviderEvents } from './ProviderEvents';
import { channelList } from './queries';

export function ChannelsPage() {
  const { t } = useTranslation(['channels', 'common']);
  const { may } = usePerson();
  const navigate = useNavigate();
  const channels = useInfiniteQuery(channelList);
  useLiveChannels();
  const found = channels.data?.pages.flatMap(({ items }) => items);
  const mayManage = may('channels:manage');
  const connect = mayManage && (
    <Button
      variant="primary"
      icon={<Plus size={16} />}
      onPress={() => void navigate({ to: '/channels/connect' })}
    >
      {t('connect.action')}
    </Button>
  );
  return (
    <ChannelsFrame actions={found && found.length > 0 && connect}>
      {channels.isPending && <RowsLoading label={t('common:loading')} count={2} />}
      {channels.isError && !found && (
        <Failed failure={channels.error} retry={() => void channels.refetch()} />
      )}
      {found?.length === 0 && (
        <EmptyState icon={<RadioTower />} title={t('list.none')} actions={connect}>
          {t(mayManage ? 'list.noneText' : 'list.noneAsk')}
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <>
          <Rows label={t('title')}>
            {found.map((channel) => (
              <ChannelEntry key={channel.id} channel={channel} />
            ))}
          </Rows>
          <LoadMore pages={channels} />
        </>
      )}
      {mayManage && found && found.length > 0 && <ProviderEvents channels={found} />}
    </ChannelsFrame>
  );
}

function ChannelEntry({ channel }: { channel: ConnectedChannel }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const number = channel.settings.displayPhoneNumber;
  const trouble = channel.heldReason ?? (channel.status === 'failed' ? channel.lastError : undefined);
  return (
    <Entry
      lead={
        <span className={css.icon}>
          <MessageCircle size={20} aria-hidden="true" />
        </span>
      }
      title={
        <Link
          to="/channels/$channelId"
          params={{ channelId: channel.id }}
          className={css.name ?? ''}
          dir="auto"
        >
          {channel.name}
        </Link>
      }
      badges={<HealthBadge channel={channel} />}
      below={
        <>
          <bdi>{number ? showPhone(number).international : channel.settings.phoneNumberId}</bdi>
          {trouble && <span className={css.trouble}>{trouble}</span>}
        </>
      }
      meta={
        channel.checkedAt
          ? t('list.checked', { when: formats.relative(channel.checkedAt) })
          : t('list.neverChecked')
      }
      isFaint={channel.disabled}
    />
  );
}
