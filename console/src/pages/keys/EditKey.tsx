import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { ApiKey } from '@/api/tenancy';
import { ifMatch, versioned } from '@/api/versioned';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { dayIn } from '@/lib/dayRange';
import { useSave } from '@/lib/save';
import { Button, Dialog, Form, FormProblem, TextField } from '@/ui';
import { expiryOf } from './expiry';

export function EditKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation(['keys', 'common']);
  const { tenant } = usePerson();
  const { timeZone = tenant.timezone } = useLocale();
  const queries = useQueryClient();
  const path = { id: apiKey.id };
  const current = useQuery({
    queryKey: ['api-key', apiKey.id],
    queryFn: () => versioned<ApiKey>(api.GET('/api/v1/api-keys/{id}', { params: { path } })),
    staleTime: 0,
    gcTime: 0,
  });
  const dayOf = (key: ApiKey) =>
    // Just before its end: a key that ends with a day ends on that day.
    key.expiresAt ? dayIn(timeZone, new Date(Date.parse(key.expiresAt) - 1)) : '';
  const [name, setName] = useState(apiKey.name);
  const [day, setDay] = useState(dayOf(apiKey));
  const { save, isPending, errors, problem, conflict } = useSave({
    save: (change: { name: string; expiresAt: string | null }, overwrite) =>
      answer<ApiKey>(
        api.PATCH('/api/v1/api-keys/{id}', {
          params: { path, header: ifMatch(overwrite ? undefined : current.data?.etag) },
          body: change as never,
        }),
      ),
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      onClose();
    },
    reload: () =>
      void current.refetch().then(({ data }) => {
        if (!data) return;
        setName(data.value.name);
        setDay(dayOf(data.value));
      }),
    fields: ['name', 'expiresAt'],
  });
  const submit = () => save({ name: name.trim(), expiresAt: expiryOf(day, timeZone).expiresAt ?? null });
  return (
    <Dialog
      title={t('editTitle', { name: apiKey.name })}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" isPending={isPending} isDisabled={!current.data} onPress={submit}>
            {t('common:actions.save')}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <TextField label={t('name')} value={name} onChange={setName} maxLength={120} error={errors.name} />
        <TextField
          label={t('lastDay')}
          description={t('lastDayHint')}
          type="date"
          value={day}
          onChange={setDay}
          error={errors.expiresAt}
        />
        <FormProblem text={problem} />
      </Form>
      {conflict}
    </Dialog>
  );
}
