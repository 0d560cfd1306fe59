import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ifMatch, versioned } from '@/api/versioned';
import { useSave } from '@/lib/save';
import { Button, Dialog, Notice, TextField, toast, toastProblem, Form } from '@/ui';
import type { Contact } from './contact';
import { ContactFields } from './ContactFields';
import { contactPatch, formOf, type ContactForm } from './edit';
import { oneContact } from './queries';

/** Edits what was there when it was opened: what is loaded meanwhile takes nothing away that was entered. */
export function EditContact({
  contact,
  etag,
  onClose,
}: {
  contact: Contact;
  etag: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['contacts', 'common']);
  const queries = useQueryClient();
  const [before, setBefore] = useState({ contact, etag });
  const [form, setForm] = useState(() => formOf(contact));
  const { save, isPending, errors, problem, conflict } = useSave({
    save: (wanted: ContactForm, overwrite) =>
      versioned<Contact>(
        api.PATCH('/api/v1/contacts/{id}', {
          params: { path: { id: contact.id }, header: overwrite ? {} : ifMatch(before.etag) },
          body: contactPatch(before.contact, wanted),
        }),
      ),
    onSaved: (saved) => {
      queries.setQueryData(oneContact(contact.id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ['contacts', 'list'] });
      toast(t('edit.saved'), { tone: 'success' });
      onClose();
    },
    reload: () =>
      void queries.fetchQuery({ ...oneContact(contact.id), staleTime: 0 }).then((newest) => {
        setBefore({ contact: newest.value, etag: newest.etag });
        setForm(formOf(newest.value));
      }, toastProblem),
    fields: ['name', 'tags', 'language', 'timezone', 'attributes', 'location.country', 'location.city'],
  });
  const isUnchanged = Object.keys(contactPatch(before.contact, form)).length === 0;
  return (
    <Dialog
      title={t('edit.title')}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="edit-contact"
            isPending={isPending}
            isDisabled={isUnchanged}
          >
            {t('common:actions.save')}
          </Button>
        </>
      }
    >
      <Form id="edit-contact" onSubmit={() => save(form)}>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextField
          label={t('fields.name')}
          description={t('fields.nameHint')}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          maxLength={200}
          error={errors.name}

          autoFocus
        />
        <ContactFields form={form} onChange={setForm} errors={errors} />
      </Form>
      {conflict}
    </Dialog>
  );
}
