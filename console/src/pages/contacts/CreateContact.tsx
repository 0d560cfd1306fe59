import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/api/client';
import { ApiProblem } from '@/api/problems';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { useOnceKey } from '@/lib/onceKey';
import { countryOptions } from '@/lib/places';
import { useSave } from '@/lib/save';
import { Notice, Button, ComboBox, Dialog, TextField, Form } from '@/ui';
import type { Contact } from './contact';
import { ContactFields } from './ContactFields';
import css from './ContactFields.module.css';
import { attributesOf, formOf, locationOf, type ContactForm } from './edit';
import { TakenBy } from './TakenBy';

interface NewContact {
  form: ContactForm;
  phone: string;
  country: string | null;
  email: string;
}

export function CreateContact({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { tenant } = usePerson();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const onceKey = useOnceKey();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const [made, setMade] = useState<NewContact>({
    form: formOf({}),
    phone: '',
    country: tenant.country ?? null,
    email: '',
  });
  const [taken, setTaken] = useState<string>();
  const set = (part: Partial<NewContact>) => setMade({ ...made, ...part });
  const { save, isPending, errors, problem } = useSave({
    save: (contact: NewContact) => {
      setTaken(undefined);
      const body = bodyOf(contact);
      return data(
        api.POST('/api/v1/contacts', {
          params: { header: { 'Idempotency-Key': onceKey(body) } },
          body,
        }),
      ).catch((failure: unknown) => {
        if (failure instanceof ApiProblem && failure.code === 'identity-taken') {
          setTaken(String(failure.members.contactId));
        }
        throw failure;
      });
    },
    onSaved: (contact) => {
      void queries.invalidateQueries({ queryKey: ['contacts', 'list'] });
      onClose();
      void navigate({ to: '/contacts/$contactId', params: { contactId: (contact as Contact).id } });
    },
    fields: ['name', 'phones[0]', 'emails[0]', 'defaultRegion', 'tags', 'language', 'timezone', 'attributes'],
  });
  const isEmpty = made.form.name.trim() === '' && made.phone.trim() === '' && made.email.trim() === '';
  return (
    <Dialog
      title={t('create.title')}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="new-contact"
            isPending={isPending}
            isDisabled={isEmpty}
          >
            {t('create.action')}
          </Button>
        </>
      }
    >
      <Form id="new-contact" onSubmit={() => save(made)}>
        {taken !== undefined ? (
          <TakenBy contactId={taken} onLeave={onClose} />
        ) : (
          problem && <Notice tone="danger">{problem}</Notice>
        )}
        <TextField
          label={t('fields.name')}
          value={made.form.name}
          onChange={(name) => set({ form: { ...made.form, name } })}
          maxLength={200}
          error={errors.name}

          autoFocus
        />
        <div className={css.phone}>
          <ComboBox
            label={t('fields.phoneCountry')}
            options={countries}
            value={made.country}
            onChange={(country) => set({ country })}
            error={errors.defaultRegion}
          />
          <TextField
            label={t('kinds.phone')}
            type="tel"
            inputMode="tel"
            value={made.phone}
            onChange={(phone) => set({ phone })}
            maxLength={64}
            error={errors['phones[0]'] ?? errors.phones}
          />
        </div>
        <TextField
          label={t('kinds.email')}
          type="text"
          inputMode="email"
          value={made.email}
          onChange={(email) => set({ email })}
          maxLength={254}
          error={errors['emails[0]'] ?? errors.emails}
        />
        <ContactFields form={made.form} onChange={(form) => set({ form })} errors={errors} />
      </Form>
    </Dialog>
  );
}

function bodyOf({ form, phone, country, email }: NewContact) {
  const name = form.name.trim();
  const location = locationOf(form);
  const attributes = attributesOf(form.attributes);
  return {
    ...(name !== '' && { name }),
    ...(phone.trim() !== '' && { phones: [phone.trim()], ...(country && { defaultRegion: country }) }),
    ...(email.trim() !== '' && { emails: [email.trim()] }),
    ...(form.language && { language: form.language }),
    ...(form.timezone && { timezone: form.timezone }),
    ...(form.tags.length > 0 && { tags: form.tags }),
    ...(Object.keys(location).length > 0 && { location }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}
