import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { versioned } from '@/api/versioned';
import { toast, toastProblem } from '@/ui';
import { contactName, type Contact } from './contact';
import { oneContact } from './queries';

/** Blocks or unblocks, at once and with a way back. */
export function useBlocking(): (contact: Contact, blocked: boolean) => void {
  const { t } = useTranslation(['contacts', 'common']);
  const queries = useQueryClient();
  const change = async (contact: Contact, blocked: boolean) => {
    const changed = await versioned<Contact>(
      api.PATCH('/api/v1/contacts/{id}', { params: { path: { id: contact.id } }, body: { blocked } }),
    );
    queries.setQueryData(oneContact(contact.id).queryKey, changed);
    void queries.invalidateQueries({ queryKey: ['contacts', 'list'] });
  };
  return (contact, blocked) => {
    change(contact, blocked).then(() => {
      const name = contactName(contact, t('nameless'));
      toast(t(blocked ? 'blockedNow' : 'unblockedNow', { name }), {
        action: {
          label: t('common:actions.undo'),
          run: () => void change(contact, !blocked).catch(toastProblem),
        },
      });
    }, toastProblem);
  };
}
