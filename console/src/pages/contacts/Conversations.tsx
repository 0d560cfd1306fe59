import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { Badge, Card, Failed, LoadMore, Loading, type Tone } from '@/ui';
import css from './cards.module.css';
import type { Contact } from './contact';
import { channelsOptions } from '../inbox/data/queries';
import { conversationsOf } from './queries';

const TONES: Record<string, Tone> = {
  open: 'accent',
  pending: 'info',
  snoozed: 'warning',
  resolved: 'neutral',
};

/** All that was spoken with the contact, as far as the person may see it. */
export function Conversations({ contact }: { contact: Contact }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { may, has } = usePerson();
  const isAllowed = may('conversations:read') && has('conversations');
  const conversations = useInfiniteQuery({ ...conversationsOf(contact.id), enabled: isAllowed });
  const channels = useQuery({ ...channelsOptions, enabled: isAllowed && may('channels:read') });
  const formats = useFormats();
  if (!isAllowed) return null;
  const found = conversations.data?.pages.flatMap(({ items }) => items);
  return (
    <Card title={t('conversations.title')}>
      {conversations.isPending && <Loading label={t('common:loading')} />}
      {conversations.isError && !found && (
        <Failed failure={conversations.error} retry={() => void conversations.refetch()} />
      )}
      {found?.length === 0 && (
        <p className={css.none}>
          {t(may('conversations:read-all') ? 'conversations.none' : 'conversations.noneOfYours')}
        </p>
      )}
      {found && found.length > 0 && (
        <ul className={css.conversations}>
          {found.map((conversation) => (
            <li key={conversation.id}>
              <Link
                to="/inbox/$conversationId"
                params={{ conversationId: conversation.id }}
                search={{ view: 'all' }}
                className={css.conversation ?? ''}
              >
                <bdi className={css.preview}>
                  {conversation.lastMessagePreview ?? t('conversations.noText')}
                </bdi>
                <span className={css.when}>
                  {formats.when(conversation.lastMessageAt ?? conversation.createdAt)}
                </span>
                <span className={css.about}>
                  <Badge tone={TONES[conversation.status] ?? 'neutral'}>
                    {t(`conversations.status.${conversation.status}`)}
                  </Badge>
                  <bdi>{channelName(channels.data, conversation)}</bdi>
                </span>
                {conversation.unreadCount > 0 && (
                  <span className={css.unread}>
                    <span className="visually-hidden">{t('conversations.unread')} </span>
                    {formats.number(conversation.unreadCount)}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <LoadMore pages={conversations} />
    </Card>
  );
}

function channelName(
  channels: readonly { id: string; name: string }[] | undefined,
  { channelId }: Conversation,
): string {
  return channels?.find(({ id }) => id === channelId)?.name ?? '';
}
