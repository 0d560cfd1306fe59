import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Combine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/api/client';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { Badge, Button, Card, Failed, LoadMore, Loading, toast, toastProblem } from '@/ui';
import css from './cards.module.css';
import type { Contact, ContactMerge } from './contact';
import { mergesOf } from './queries';

/** What was made one with this contact, and the way back. */
export function Merges({ contact, onMerge }: { contact: Contact; onMerge: () => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { may } = usePerson();
  const merges = useInfiniteQuery(mergesOf(contact.id));
  const undo = useUndoMerge();
  const people = useNames();
  const formats = useFormats();
  const found = merges.data?.pages.flatMap(({ items }) => items);
  const mayManage = may('contacts:manage');
  return (
    <Card
      title={t('merges.title')}
      description={t('merges.description')}
      actions={
        mayManage && (
          <Button size="s" icon={<Combine size={14} />} onPress={onMerge}>
            {t('merge.action')}
          </Button>
        )
      }
    >
      {merges.isPending && <Loading label={t('common:loading')} />}
      {merges.isError && !found && <Failed failure={merges.error} retry={() => void merges.refetch()} />}
      {found?.length === 0 && <p className={css.none}>{t('merges.none')}</p>}
      {found && found.length > 0 && (
        <ul className={css.list}>
          {found.map((merge) => (
            <li key={merge.id} className={css.merge}>
              <span className={css.words}>
                <span>{t('merges.at', { when: formats.dateTime(merge.mergedAt) })}</span>
                <span className={css.kind}>{people(merge.mergedBy)}</span>
              </span>
              {merge.undoneAt ? (
                <Badge>{t('merges.undone', { when: formats.date(merge.undoneAt) })}</Badge>
              ) : (
                mayManage && (
                  <Button
                    size="s"
                    icon={<Undo2 size={14} />}
                    isPending={undo.isPending && undo.variables.id === merge.id}
                    onPress={() => undo.mutate(merge)}
                  >
                    {t('common:actions.undo')}
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      <LoadMore pages={merges} />
    </Card>
  );
}

export function useUndoMerge() {
  const { t } = useTranslation(['contacts', 'common']);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Pick<ContactMerge, 'id'>) =>
      data(api.POST('/api/v1/contact-merges/{id}/undo', { params: { path: { id } } })),
    onSuccess: async () => {
      toast(t('merges.undoneNow'), { tone: 'success' });
      await queries.invalidateQueries({ queryKey: ['contacts'] });
    },
    onError: toastProblem,
  });
}

/** Who somebody is by the id of the user, as far as the person may know. */
function useNames(): (userId: string) => string {
  const { t } = useTranslation(['contacts', 'common']);
  const { me, may } = usePerson();
  const members = useQuery({
    queryKey: ['members', 'names'],
    queryFn: async ({ signal }) => {
      const { items } = (await data(
        api.GET('/api/v1/members', { params: { query: { limit: 200 } }, signal } as never),
      )) as { items: { userId?: string; name: string }[] };
      return new Map(items.map(({ userId, name }) => [userId, name]));
    },
    enabled: may('members:read'),
    staleTime: 5 * 60_000,
  });
  return (userId) => {
    if (userId === me.user.id) return t('merges.byYou');
    const name = members.data?.get(userId);
    return name === undefined ? '' : t('merges.by', { name });
  };
}
