import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ifMatch, versioned } from '@/api/versioned';
import { useSave } from '@/lib/save';
import { Button, Dialog, Notice, TextField, toast, Form } from '@/ui';
import type { Contact } from './contact';
import { ContactFields } from './ContactFields';
import { contactPatch, formOf, type ContactForm } from './edit';
import { oneContact } from './queries';

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
  const [form, setForm] = useState(() => formOf(contact));
  const { save, isPending, errors, problem, conflict } = useSave({
    save: (wanted: ContactForm, overwrite) =>
      versioned<Contact>(
        api.PATCH('/api/v1/contacts/{id}', {
          params: { path: { id: contact.id }, header: overwrite ? {} : ifMatch(etag) },
          body: contactPatch(contact, wanted),
        }),
      ),
    onSaved: (saved) => {
      queries.setQueryData(oneContact(contact.id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ['contacts', 'list'] });
      toast(t('edit.saved'), { tone: 'success' });
      onClose();
    },
    // The page gives this form a key of its version: it comes up anew with what was loaded.
    reload: () => void queries.invalidateQueries({ queryKey: oneContact(contact.id).queryKey }),
    fields: ['name', 'tags', 'language', 'timezone', 'attributes', 'location.country', 'location.city'],
  });
  const isUnchanged = Object.keys(contactPatch(contact, form)).length === 0;
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
