import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '@/lib/save';
import { Button, Dialog, Form, FormProblem, Notice, toast } from '@/ui';
import { secretsBody, settingsBody, type ConnectedChannel, type Secrets } from './channel';
import { IdFields, SecretFields, type IdsForm } from './ChannelFields';
import { changeChannel, checkChannel, oneChannel, reloadChannels } from './queries';

export function EditChannel({
  channel,
  etag,
  onClose,
}: {
  channel: ConnectedChannel;
  etag: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['channels', 'common']);
  const queries = useQueryClient();
  const { settings } = channel;
  const [form, setForm] = useState<IdsForm>({
    name: channel.name,
    phoneNumberId: settings.phoneNumberId,
    businessAccountId: settings.businessAccountId ?? '',
    displayPhoneNumber: settings.displayPhoneNumber ?? '',
  });
  const { save, isPending, errors, problem, conflict } = useSave({
    save: async (wanted: IdsForm, overwrite) => {
      const change = { name: wanted.name.trim(), settings: settingsBody(wanted, settings) };
      const changed = await changeChannel(channel.id, change, overwrite ? undefined : etag);
      // Another account has to prove itself.
      return changed.status === 'connecting' && channel.status !== 'connecting'
        ? await checkChannel(channel.id)
        : changed;
    },
    onSaved: () => {
      void reloadChannels(queries);
      toast(t('settings.saved'), { tone: 'success' });
      onClose();
    },
    reload: () => void queries.invalidateQueries({ queryKey: oneChannel(channel.id).queryKey }),
    fields: ['name', 'settings.phoneNumberId', 'settings.businessAccountId', 'settings.displayPhoneNumber'],
  });
  return (
    <Dialog
      title={t('settings.edit')}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" type="submit" form="edit-channel" isPending={isPending}>
            {t('common:actions.save')}
          </Button>
        </>
      }
    >
      <Form id="edit-channel" onSubmit={() => save(form)}>
        <FormProblem text={problem} />
        <IdFields form={form} onChange={setForm} errors={errors} />
      </Form>
      {conflict}
    </Dialog>
  );
}

export function ReplaceSecrets({ channel, onClose }: { channel: ConnectedChannel; onClose: () => void }) {
  const { t } = useTranslation(['channels', 'common']);
  const queries = useQueryClient();
  const [form, setForm] = useState<Secrets>({ accessToken: '', appSecret: '', verifyToken: '' });
  const entered = secretsBody(form);
  const { save, isPending, errors, problem } = useSave({
    save: async (secrets: Partial<Secrets>) => {
      await changeChannel(channel.id, { secrets });
      return await checkChannel(channel.id);
    },
    onSaved: (checked) => {
      const works = checked.status === 'connected';
      toast(works ? t('secrets.works') : (checked.lastError ?? t('secrets.fails')), {
        tone: works ? 'success' : 'danger',
      });
      void reloadChannels(queries);
      onClose();
    },
    fields: ['secrets.accessToken', 'secrets.appSecret', 'secrets.verifyToken'],
  });
  return (
    <Dialog
      title={t('secrets.replace')}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="replace-secrets"
            isPending={isPending}
            isDisabled={Object.keys(entered).length === 0}
          >
            {t('secrets.save')}
          </Button>
        </>
      }
    >
      <Notice tone="info">{t('secrets.replaceText')}</Notice>
      <Form id="replace-secrets" onSubmit={() => save(entered)}>
        <FormProblem text={problem} />
        <SecretFields form={form} onChange={setForm} errors={errors} known={channel.secretsSet} />
      </Form>
    </Dialog>
  );
}
