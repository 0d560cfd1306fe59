import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { Badge, Button, Card, Entry, Failed, LoadMore, Loading, Rows, toast, toastProblem } from '@/ui';
import type { ConnectedChannel } from './channel';
import { providerEvents, replayEvent } from './queries';
import css from './Channels.module.css';

/** What the provider told and could not be taken, with a way to try again. */
export function ProviderEvents({
  channels,
  only,
}: {
  channels: readonly ConnectedChannel[];
  /** Those of one channel. */
  only?: string;
}) {
  const { t } = useTranslation(['channels', 'common']);
  const formats = useFormats();
  const queries = useQueryClient();
  const events = useInfiniteQuery(providerEvents);
  const replay = useMutation({
    mutationFn: replayEvent,
    onSuccess: ({ status }) => {
      toast(t(status === 'taken' ? 'events.taken' : 'events.notTaken'), {
        tone: status === 'taken' ? 'success' : 'neutral',
      });
    },
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: providerEvents.queryKey }),
  });
  const found = events.data?.pages
    .flatMap(({ items }) => items)
    .filter(({ channelId }) => only === undefined || channelId === only);
  return (
    <Card title={t('events.title')} description={t('events.description')}>
      {events.isPending && <Loading label={t('common:loading')} />}
      {events.isError && !found && <Failed failure={events.error} retry={() => void events.refetch()} />}
      {found?.length === 0 && !events.hasNextPage && <p className={css.soft}>{t('events.none')}</p>}
      {found && found.length > 0 && (
        <Rows label={t('events.title')}>
          {found.map((event) => (
            <Entry
              key={event.id}
              title={formats.dateTime(event.receivedAt)}
              badges={
                <Badge tone={event.status === 'unreadable' ? 'danger' : 'warning'}>
                  {t(`events.status.${event.status}` as 'events.status.aside', {
                    defaultValue: event.status,
                  })}
                </Badge>
              }
              below={
                <>
                  {only === undefined && (
                    <bdi>{channels.find(({ id }) => id === event.channelId)?.name ?? t('events.gone')}</bdi>
                  )}
                  {event.problem && <span className={css.trouble}>{event.problem}</span>}
                </>
              }
              meta={formats.bytes(event.sizeBytes)}
              actions={
                <Button
                  size="s"
                  icon={<RotateCw size={14} />}
                  isPending={replay.isPending && replay.variables === event.id}
                  onPress={() => replay.mutate(event.id)}
                >
                  {t('events.replay')}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      <LoadMore pages={events} />
    </Card>
  );
}
