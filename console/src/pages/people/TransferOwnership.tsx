import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Member } from '@/api/tenancy';
import { usePerson } from '@/app/me';
import { toast, toastProblem, TypeToConfirm } from '@/ui';

export function TransferOwnership({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { tenant } = usePerson();
  const queries = useQueryClient();
  const transfer = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/ownership-transfers', { body: { memberId: member.id } })),
    onSuccess: () => {
      // Nearly everything that one may has changed.
      void queries.invalidateQueries();
      toast(t('transfer.done', { name: member.name }), { tone: 'success' });
      onClose();
    },
    onError: toastProblem,
  });
  return (
    <TypeToConfirm
      title={t('transfer.title', { tenant: tenant.name, name: member.name })}
      expected={tenant.name}
      label={t('transfer.type', { tenant: tenant.name })}
      confirmLabel={t('transfer.confirm')}
      isPending={transfer.isPending}
      onConfirm={() => transfer.mutate()}
      onClose={onClose}
    >
      <p>{t('transfer.text', { name: member.name })}</p>
    </TypeToConfirm>
  );
}
