import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { ExternalLink, PlugZap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/api/problems';
import { usePerson } from '@/app/me';
import { consoleConfig } from '@/lib/config';
import { useOnceKey } from '@/lib/onceKey';
import { Button, Notice } from '@/ui';
import { healthOf } from '../channels/channel';
import { channelList, checkChannel, connectChannel, reloadChannels } from '../channels/queries';
import { practiceChannel, practicePhone, practiceSettings } from './practice';
import css from './Welcome.module.css';

/**
 * Where the simulator runs: connects its number for this tenant by one press, then opens its phone. Nothing where it does
 * not.
 */
export function PracticeNumber() {
  const { t } = useTranslation('welcome');
  const { tenant } = usePerson();
  const queries = useQueryClient();
  const onceKey = useOnceKey();
  const { simulator } = consoleConfig();
  const channels = useInfiniteQuery(channelList);
  const connect = useMutation({
    mutationFn: async () => {
      if (!simulator) throw new Error('There is no simulator');
      const wanted = {
        name: t('practice.name'),
        settings: practiceSettings(simulator, tenant.slug),
        secrets: simulator.secrets,
      };
      const { id } = known ?? (await connectChannel(wanted, onceKey(wanted)));
      return await checkChannel(id);
    },
    onSettled: () => reloadChannels(queries),
  });
  if (!simulator || !channels.data) return null;
  const all = channels.data.pages.flatMap(({ items }) => items);
  const known = practiceChannel(simulator, tenant.slug, all);
  const health = known && healthOf(known);
  const works = health === 'connected' || health === 'manual';
  return (
    <div className={css.practice}>
      {known && works ? (
        <a
          className={css.phone}
          href={practicePhone(simulator, known.settings.phoneNumberId)}
          target="_blank"
          rel="noopener noreferrer"
        >
          <ExternalLink size={16} aria-hidden="true" />
          {t('practice.open')}
        </a>
      ) : (
        <Button
          variant="primary"
          icon={<PlugZap size={16} />}
          isPending={connect.isPending}
          onPress={() => connect.mutate()}
        >
          {t('practice.connect')}
        </Button>
      )}
      <p className={css.soft}>{t(works ? 'practice.openText' : 'practice.connectText')}</p>
      {connect.error && <Notice tone="danger">{problemText(connect.error)}</Notice>}
      {known && !works && known.lastError && <Notice tone="danger">{known.lastError}</Notice>}
    </div>
  );
}
