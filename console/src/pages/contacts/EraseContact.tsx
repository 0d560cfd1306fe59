import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problems';
import { ifMatch } from '@/api/versioned';
import { Confirm, toast, toastProblem } from '@/ui';
import { contactName, type Contact } from './contact';
import { oneContact } from './queries';

export function EraseContact({
  contact,
  etag,
  onClose,
}: {
  contact: Contact;
  etag: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const name = contactName(contact, t('nameless'));
  const erase = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/contacts/{id}', {
        params: { path: { id: contact.id }, header: ifMatch(etag) },
      }),
    onSuccess: async () => {
      onClose();
      toast(t('erase.done', { name }));
      await navigate({ to: '/contacts' });
      queries.removeQueries({ queryKey: oneContact(contact.id).queryKey });
      void queries.invalidateQueries({ queryKey: ['contacts', 'list'] });
    },
    onError: (failure) => {
      toastProblem(failure);
      // It is another than the one that was to be erased: shown first.
      if (failure instanceof ApiProblem && failure.status === 412) {
        onClose();
        void queries.invalidateQueries({ queryKey: oneContact(contact.id).queryKey });
      }
    },
  });
  return (
    <Confirm
      title={t('erase.title', { name })}
      isOpen
      onClose={onClose}
      onConfirm={() => erase.mutate()}
      confirmLabel={t('erase.confirm')}
      isPending={erase.isPending}
      danger
    >
      <p>{t('erase.text')}</p>
    </Confirm>
  );
}
