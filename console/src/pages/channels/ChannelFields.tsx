import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, TextField } from '@/ui';
import { newVerifyToken, type Secrets, type WhatsAppSettings } from './channel';

export interface IdsForm extends Required<WhatsAppSettings> {
  name: string;
}

/** The name and the ids of a number, with where they are found at Meta. */
export function IdFields({
  form,
  onChange,
  errors,
}: {
  form: IdsForm;
  onChange: (form: IdsForm) => void;
  errors: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('channels');
  const set = (part: Partial<IdsForm>) => onChange({ ...form, ...part });
  return (
    <>
      <TextField
        label={t('fields.name')}
        description={t('fields.nameHint')}
        value={form.name}
        onChange={(name) => set({ name })}
        maxLength={120}
        isRequired
        error={errors.name}
      />
      <TextField
        label={t('fields.phoneNumberId')}
        description={t('fields.phoneNumberIdHint')}
        value={form.phoneNumberId}
        onChange={(phoneNumberId) => set({ phoneNumberId })}
        maxLength={64}
        isRequired
        autoComplete="off"
        error={errors['settings.phoneNumberId']}
      />
      <TextField
        label={t('fields.businessAccountId')}
        description={t('fields.businessAccountIdHint')}
        value={form.businessAccountId}
        onChange={(businessAccountId) => set({ businessAccountId })}
        maxLength={64}
        autoComplete="off"
        error={errors['settings.businessAccountId']}
      />
      <TextField
        label={t('fields.displayPhoneNumber')}
        description={t('fields.displayPhoneNumberHint')}
        value={form.displayPhoneNumber}
        onChange={(displayPhoneNumber) => set({ displayPhoneNumber })}
        maxLength={30}
        inputMode="tel"
        error={errors['settings.displayPhoneNumber']}
      />
    </>
  );
}

/** What Meta and we prove ourselves by. Never shown again once it is saved. */
export function SecretFields({
  form,
  onChange,
  errors,
  known = [],
}: {
  form: Secrets;
  onChange: (form: Secrets) => void;
  errors: Readonly<Record<string, string>>;
  /** Those that the channel has: they stay where nothing is entered. */
  known?: readonly string[];
}) {
  const { t } = useTranslation('channels');
  const set = (part: Partial<Secrets>) => onChange({ ...form, ...part });
  const stays = (name: string) => (known.includes(name) ? { placeholder: t('secrets.stays') } : {});
  return (
    <>
      <TextField
        label={t('secrets.accessToken')}
        description={t('secrets.accessTokenHint')}
        type="password"
        autoComplete="off"
        value={form.accessToken}
        onChange={(accessToken) => set({ accessToken })}
        maxLength={1000}
        isRequired={!known.includes('accessToken')}
        error={errors['secrets.accessToken']}
        {...stays('accessToken')}
      />
      <TextField
        label={t('secrets.appSecret')}
        description={t('secrets.appSecretHint')}
        type="password"
        autoComplete="off"
        value={form.appSecret}
        onChange={(appSecret) => set({ appSecret })}
        maxLength={200}
        isRequired={!known.includes('appSecret')}
        error={errors['secrets.appSecret']}
        {...stays('appSecret')}
      />
      <TextField
        label={t('secrets.verifyToken')}
        description={t('secrets.verifyTokenHint')}
        autoComplete="off"
        value={form.verifyToken}
        onChange={(verifyToken) => set({ verifyToken })}
        maxLength={200}
        isRequired={!known.includes('verifyToken')}
        error={errors['secrets.verifyToken']}
        after={
          <IconButton
            label={t('secrets.another')}
            icon={<RefreshCw size={16} />}
            onPress={() => set({ verifyToken: newVerifyToken() })}
          />
        }
        {...stays('verifyToken')}
      />
    </>
  );
}
