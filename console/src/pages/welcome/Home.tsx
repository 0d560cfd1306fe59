import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { navOf } from '@/app/nav';
import { Loading } from '@/ui';
import { channelList } from '../channels/queries';
import { firstConversation } from './queries';

/**
 * Leads to the first page of the rail that is there for the person, which mostly is the inbox; those who set things up
 * to the first steps, until there is a conversation.
 */
export function Home() {
  const { t } = useTranslation();
  const person = usePerson();
  const { may, has } = person;
  const first = navOf(person)[0]?.to ?? '/profile';
  const setsUp = may('channels:manage') && may('conversations:read-all') && has('conversations');
  const channels = useInfiniteQuery({ ...channelList, enabled: setsUp });
  const conversation = useQuery({ ...firstConversation, enabled: setsUp });
  if (!setsUp) return <Navigate to={first as '/'} replace />;
  if (channels.isLoading || conversation.isLoading) return <Loading label={t('loading')} />;
  const isEmpty =
    channels.data?.pages[0]?.items.length === 0 || (conversation.isSuccess && conversation.data === null);
  return <Navigate to={isEmpty ? '/welcome' : (first as '/')} replace />;
}
