import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, MessageCircle } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { consoleConfig } from '@/lib/config';
import { showPhone } from '@/lib/phone';
import type { RealtimeEvent } from '@/realtime/events';
import { useRealtimeEvents } from '@/realtime/realtime';
import { Avatar, PageFrame } from '@/ui';
import { healthOf } from '../channels/channel';
import { useLiveChannels } from '../channels/ChannelsFrame';
import { channelList } from '../channels/queries';
import { PracticeNumber } from './PracticeNumber';
import { firstConversation, hasColleagues, hasReplies } from './queries';
import css from './Welcome.module.css';

/** What there is to do in an organisation that begins, one after the other, and what of it is done. */
export function WelcomePage() {
  const { t } = useTranslation('welcome');
  const { me, may } = usePerson();
  const queries = useQueryClient();
  const channels = useInfiniteQuery(channelList);
  const conversation = useQuery(firstConversation);
  const colleagues = useQuery({ ...hasColleagues, enabled: may('invitations:manage') });
  const replies = useQuery(hasReplies);
  useLiveChannels();
  useRealtimeEvents(
    useCallback(
      (events: RealtimeEvent[]) => {
        if (events.some(({ type }) => type.startsWith('conversation.') || type.startsWith('message.'))) {
          void queries.invalidateQueries({ queryKey: firstConversation.queryKey });
        }
      },
      [queries],
    ),
  );
  const all = channels.data?.pages.flatMap(({ items }) => items) ?? [];
  const working = all.find((channel) => ['connected', 'manual'].includes(healthOf(channel)));
  const first = conversation.data ?? undefined;
  const isAnswered = first?.firstResponseAt !== undefined;
  const mayInvite = may('invitations:manage');
  const steps = {
    channel: working !== undefined,
    message: first !== undefined,
    answer: isAnswered,
    ...(mayInvite && { people: colleagues.data === true }),
    replies: replies.data === true,
  };
  const done = Object.values(steps).filter(Boolean).length;
  const number = working?.settings.displayPhoneNumber;
  const { simulator } = consoleConfig();
  return (
    <PageFrame
      title={t('title', { name: me.user.givenName ?? me.user.name })}
      description={t('description')}
      actions={
        <Link to="/inbox" className={css.skip ?? ''}>
          {t('toInbox')}
        </Link>
      }
    >
      <p className={css.progress} role="status">
        {t('progress', { count: done, total: Object.keys(steps).length })}
      </p>
      <ol className={css.steps}>
        <Step title={t('channel.title')} isDone={steps.channel} isNext={!steps.channel}>
          <p className={css.soft}>{t(working ? 'channel.done' : 'channel.text', { name: working?.name })}</p>
          {!working && simulator && <PracticeNumber />}
          {!working && (
            <Link to="/channels/connect" className={simulator ? css.quiet : css.phone}>
              {t(simulator ? 'channel.real' : 'channel.connect')}
            </Link>
          )}
        </Step>
        <Step title={t('message.title')} isDone={steps.message} isNext={steps.channel && !steps.message}>
          {first ? (
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: first.id }}
              search={{ view: 'all' }}
              className={css.conversation ?? ''}
            >
              <Avatar id={first.contact.id} name={first.contact.name ?? ''} />
              <span className={css.words}>
                <bdi className={css.name}>
                  {first.contact.name ?? showPhone(first.contact.identity.value).international}
                </bdi>
                <bdi className={css.soft}>{first.lastMessagePreview}</bdi>
              </span>
              <span className={css.open}>{t('message.open')}</span>
            </Link>
          ) : (
            <>
              <p className={css.soft}>
                {number && !simulator
                  ? t('message.textNumber', { number: showPhone(number).international })
                  : t('message.text')}
              </p>
              {working && simulator && <PracticeNumber />}
              {working && (
                <p className={css.waiting}>
                  <MessageCircle size={16} aria-hidden="true" />
                  {t('message.waiting')}
                </p>
              )}
            </>
          )}
        </Step>
        <Step title={t('answer.title')} isDone={steps.answer} isNext={steps.message && !steps.answer}>
          <p className={css.soft}>{t('answer.text')}</p>
          {first && !isAnswered && (
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: first.id }}
              search={{ view: 'all' }}
              className={css.phone ?? ''}
            >
              {t('answer.action')}
            </Link>
          )}
        </Step>
        {mayInvite && (
          <Step title={t('people.title')} isDone={steps.people}>
            <p className={css.soft}>{t('people.text')}</p>
            <Link to="/people" className={css.quiet ?? ''}>
              {t('people.action')}
            </Link>
          </Step>
        )}
        <Step title={t('replies.title')} isDone={steps.replies}>
          <p className={css.soft}>{t('replies.text')}</p>
          <Link to="/settings/quick-replies" className={css.quiet ?? ''}>
            {t('replies.action')}
          </Link>
        </Step>
      </ol>
    </PageFrame>
  );
}

function Step({
  title,
  isDone,
  isNext = false,
  children,
}: {
  title: string;
  isDone?: boolean | undefined;
  isNext?: boolean | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation('welcome');
  return (
    <li className={css.step} data-done={isDone || undefined} data-next={isNext || undefined}>
      <span className={css.mark} aria-hidden="true">
        {isDone && <Check size={16} strokeWidth={3} />}
      </span>
      <div className={css.body}>
        <h2 className={css.stepTitle}>
          {title}
          {isDone && <span className="visually-hidden"> – {t('stepDone')}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
