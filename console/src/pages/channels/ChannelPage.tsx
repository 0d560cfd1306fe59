import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { KeyRound, Pencil, RadioTower, RefreshCw, Unplug } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problems';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { showPhone } from '@/lib/phone';
import {
  Badge,
  Button,
  Card,
  Confirm,
  EmptyState,
  Facts,
  Failed,
  Loading,
  Notice,
  PageFrame,
  Switch,
  toast,
  toastProblem,
} from '@/ui';
import { healthOf, SECRETS, type ConnectedChannel } from './channel';
import { BackToChannels } from './BackToChannels';
import css from './Channels.module.css';
import { useLiveChannels } from './ChannelsFrame';
import { EditChannel, ReplaceSecrets } from './EditChannel';
import { HealthBadge } from './HealthBadge';
import { ProviderEvents } from './ProviderEvents';
import { changeChannel, checkChannel, oneChannel, reloadChannels, useCheck } from './queries';
import { Webhook } from './Webhook';

export function ChannelPage() {
  const { t } = useTranslation(['channels', 'common']);
  const { channelId } = useParams({ from: '/shell/channels/$channelId' });
  const navigate = useNavigate();
  const found = useQuery(oneChannel(channelId));
  useLiveChannels();
  if (found.isPending) return <Loading label={t('common:loading')} />;
  if (!found.data) {
    const gone = found.error instanceof ApiProblem && found.error.status === 404;
    return gone ? (
      <EmptyState
        icon={<RadioTower />}
        title={t('gone')}
        actions={<Button onPress={() => void navigate({ to: '/channels' })}>{t('toAll')}</Button>}
      >
        {t('goneText')}
      </EmptyState>
    ) : (
      <Failed failure={found.error} retry={() => void found.refetch()} />
    );
  }
  return <Shown channel={found.data.value} etag={found.data.etag} />;
}

type Open = 'edit' | 'secrets' | 'disconnect';

function Shown({ channel, etag }: { channel: ConnectedChannel; etag: string | undefined }) {
  const { t } = useTranslation(['channels', 'common']);
  const { may } = usePerson();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const mayManage = may('channels:manage');
  const number = channel.settings.displayPhoneNumber;
  return (
    <PageFrame title={channel.name} above={<BackToChannels />}>
      <HealthCard channel={channel} />
      <Card title={t('webhook.title')} description={t('webhook.description')}>
        <Webhook channel={channel} />
      </Card>
      <Card
        title={t('settings.title')}
        actions={
          mayManage && (
            <Button size="s" icon={<Pencil size={14} />} onPress={() => setOpen('edit')}>
              {t('common:actions.edit')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t('fields.name'), channel.name],
            [t('fields.displayPhoneNumber'), number && showPhone(number).international],
            [t('fields.phoneNumberId'), channel.settings.phoneNumberId],
            [t('fields.businessAccountId'), channel.settings.businessAccountId],
          ]}
        />
      </Card>
      <Card
        title={t('secrets.title')}
        description={t('secrets.description')}
        actions={
          mayManage && (
            <Button size="s" icon={<KeyRound size={14} />} onPress={() => setOpen('secrets')}>
              {t('secrets.replace')}
            </Button>
          )
        }
      >
        <Facts
          facts={SECRETS.map((name) => [
            t(`secrets.${name}`),
            channel.secretsSet.includes(name) ? (
              <Badge tone="success">{t('secrets.set')}</Badge>
            ) : (
              <Badge tone="danger">{t('secrets.missing')}</Badge>
            ),
          ])}
        />
      </Card>
      {mayManage && <ProviderEvents channels={[channel]} only={channel.id} />}
      {mayManage && <Ending channel={channel} etag={etag} onDisconnect={() => setOpen('disconnect')} />}
      {open === 'edit' && <EditChannel key={etag ?? ''} channel={channel} etag={etag} onClose={close} />}
      {open === 'secrets' && <ReplaceSecrets channel={channel} onClose={close} />}
      {open === 'disconnect' && <Disconnect channel={channel} onClose={close} />}
    </PageFrame>
  );
}

function HealthCard({ channel }: { channel: ConnectedChannel }) {
  const { t } = useTranslation('channels');
  const { may } = usePerson();
  const formats = useFormats();
  const check = useCheck();
  const health = healthOf(channel);
  return (
    <Card
      title={t('health.title')}
      actions={
        may('channels:manage') &&
        health !== 'disabled' && (
          <Button
            size="s"
            icon={<RefreshCw size={14} />}
            isPending={check.isPending}
            onPress={() => check.mutate(channel.id)}
          >
            {t(channel.checkedAt ? 'check.again' : 'check.action')}
          </Button>
        )
      }
    >
      <div>
        <HealthBadge channel={channel} />
      </div>
      <p className={css.soft}>{t(`health.${health}Text`)}</p>
      {health === 'held' && channel.heldReason && (
        <Notice tone="danger">
          {channel.heldReason}
          {channel.heldAt && ` · ${t('health.heldSince', { when: formats.dateTime(channel.heldAt) })}`}
        </Notice>
      )}
      {health === 'failed' && channel.lastError && <Notice tone="danger">{channel.lastError}</Notice>}
      <Facts
        facts={[
          [t('health.checked'), channel.checkedAt && formats.dateTime(channel.checkedAt)],
          [
            t('health.lastError'),
            health === 'connected' || health === 'manual' ? channel.lastError : undefined,
          ],
          [t('health.lastErrorAt'), channel.lastErrorAt && formats.dateTime(channel.lastErrorAt)],
        ]}
      />
    </Card>
  );
}

/** Switching off, which can be taken back, and disconnecting, which cannot. */
function Ending({
  channel,
  etag,
  onDisconnect,
}: {
  channel: ConnectedChannel;
  etag: string | undefined;
  onDisconnect: () => void;
}) {
  const { t } = useTranslation('channels');
  const queries = useQueryClient();
  const turn = useMutation({
    mutationFn: async (disabled: boolean) => {
      const changed = await changeChannel(channel.id, { disabled }, etag);
      // What was switched on again has to prove itself.
      return disabled ? changed : await checkChannel(channel.id);
    },
    onError: toastProblem,
    onSettled: () => reloadChannels(queries),
  });
  return (
    <Card title={t('ending.title')}>
      <Switch
        isSelected={!channel.disabled}
        isDisabled={turn.isPending}
        onChange={(on) => turn.mutate(!on)}
        description={t('ending.switchText')}
      >
        {t('ending.switch')}
      </Switch>
      <div className={css.danger}>
        <div>
          <p>{t('ending.disconnect')}</p>
          <p className={css.soft}>{t('ending.disconnectText')}</p>
        </div>
        <Button variant="danger" icon={<Unplug size={16} />} onPress={onDisconnect}>
          {t('ending.disconnect')}
        </Button>
      </div>
    </Card>
  );
}

function Disconnect({ channel, onClose }: { channel: ConnectedChannel; onClose: () => void }) {
  const { t } = useTranslation('channels');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/channels/{id}', { params: { path: { id: channel.id } } }),
    onSuccess: async () => {
      onClose();
      toast(t('ending.done', { name: channel.name }));
      await navigate({ to: '/channels' });
      queries.removeQueries({ queryKey: oneChannel(channel.id).queryKey });
      await reloadChannels(queries);
    },
    onError: toastProblem,
  });
  return (
    <Confirm
      title={t('ending.confirmTitle', { name: channel.name })}
      isOpen
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      confirmLabel={t('ending.disconnect')}
      isPending={remove.isPending}
      danger
    >
      <p>{t('ending.confirmText')}</p>
    </Confirm>
  );
}
