import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Member } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { usePerson } from '@/app/me';
import { Confirm, toast, toastProblem } from '@/ui';

const COUNTED = 200;

/** Asks before somebody is let in no longer, and says what becomes of what is theirs. */
export function DeactivateMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { may, has } = usePerson();
  const queries = useQueryClient();
  const theirs = useQuery({
    queryKey: ['conversations-of', member.id],
    queryFn: () =>
      answer<Page<unknown>>(
        api.GET('/api/v1/conversations', {
          params: { query: { assignee: member.id, limit: COUNTED } },
        }),
      ),
    enabled: may('conversations:read-all') && has('conversations'),
    staleTime: 0,
  });
  const deactivate = useMutation({
    mutationFn: () =>
      answer<Member>(
        api.PATCH('/api/v1/members/{id}', {
          params: { path: { id: member.id } },
          body: { active: false } as never,
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      void queries.invalidateQueries({ queryKey: ['conversations'] });
      toast(t('deactivate.done', { name: member.name }), { tone: 'success' });
      onClose();
    },
    onError: toastProblem,
  });
  const { data } = theirs;
  return (
    <Confirm
      title={t('deactivate.title', { name: member.name })}
      isOpen
      onClose={onClose}
      onConfirm={() => deactivate.mutate()}
      confirmLabel={t('deactivate.confirm')}
      isPending={deactivate.isPending}
      danger
    >
      <p>{t('deactivate.text', { name: member.name })}</p>
      <p>
        {t('deactivate.conversations', { name: member.name })}{' '}
        {data &&
          (data.nextCursor === undefined
            ? t('deactivate.open', { count: data.items.length })
            : t('deactivate.openMany', { count: data.items.length }))}
      </p>
    </Confirm>
  );
}
