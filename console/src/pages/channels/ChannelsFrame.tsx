import { useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import type { RealtimeEvent } from '@/realtime/events';
import { useRealtimeEvents } from '@/realtime/realtime';
import { PageFrame, TabNav } from '@/ui';
import { reloadChannels } from './queries';

/** What stands around the channels and their templates. */
export function ChannelsFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('channels');
  const { may } = usePerson();
  return (
    <PageFrame wide title={t('title')} description={t('description')} actions={actions}>
      {may('channels:read') && (
        <TabNav
          label={t('title')}
          entries={[
            { to: '/channels', label: t('tabs.channels') },
            { to: '/channels/templates', label: t('tabs.templates') },
          ]}
        />
      )}
      {children}
    </PageFrame>
  );
}

/** Loads channels anew when one of them connects or fails. */
export function useLiveChannels(): void {
  const queries = useQueryClient();
  useRealtimeEvents(
    useCallback(
      (events: RealtimeEvent[]) => {
        if (events.some(({ type }) => type === 'channel.connected' || type === 'channel.failed')) {
          void reloadChannels(queries);
        }
      },
      [queries],
    ),
  );
}
