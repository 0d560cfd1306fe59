import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, once } from '@/api/answers';
import { api } from '@/api/client';
import { fieldErrors, problemText } from '@/api/problems';
import { GIVEN_ROLES, type Invitation, type Role } from '@/api/tenancy';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { onceKeys } from '@/lib/onceKey';
import { languageOptions } from '@/lib/places';
import { mayGive } from '@/lib/rights';
import { Banner, Button, Choices, Dialog, Form, ComboBox, TextField, toast } from '@/ui';
import { addressesIn, MOST } from './addresses';
import css from './People.module.css';
import { rolesQuery } from './queries';

interface Failed {
  email: string;
  why: string;
}

/** Writes to one or several people. Those to whom it could not be written stay in the form, with the reason. */
export function InviteDialog({
  onClose,
  email = '',
  role: firstRole = 'agent',
}: {
  onClose: () => void;
  email?: string;
  role?: Role;
}) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { me, tenant } = usePerson();
  const { locale } = useLocale();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery);
  const [text, setText] = useState(email);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(firstRole);
  const [message, setMessage] = useState('');
  const [language, setLanguage] = useState(tenant.locale);
  const [tried, setTried] = useState(false);
  const keys = useRef(new Map<string, ReturnType<typeof onceKeys>>());
  const emails = addressesIn(text);

  const keyOf = (address: string) => {
    const own = keys.current.get(address) ?? onceKeys();
    keys.current.set(address, own);
    return own;
  };
  const inviteOne = (address: string) => {
    const body = {
      email: address,
      role,
      locale: language,
      ...(message.trim() !== '' && { message: message.trim() }),
      ...(emails.length === 1 && name.trim() !== '' && { name: name.trim() }),
    };
    return answer<Invitation>(
      api.POST('/api/v1/invitations', { params: { header: once(keyOf(address)(body)) }, body }),
    );
  };

  const invite = useMutation({
    mutationFn: async () => {
      const failed: Failed[] = [];
      const sent: string[] = [];
      for (const address of emails) {
        try {
          await inviteOne(address);
          sent.push(address);
        } catch (failure) {
          const why = Object.values(fieldErrors(failure))[0] ?? problemText(failure);
          failed.push({ email: address, why });
        }
      }
      return { failed, sent };
    },
    onSuccess: ({ failed, sent }) => {
      void queries.invalidateQueries({ queryKey: ['invitations'] });
      if (sent.length > 0) {
        toast(t('inviting.sent', { count: sent.length, email: sent[0] ?? '' }), { tone: 'success' });
      }
      if (failed.length === 0) onClose();
      else setText(failed.map((one) => one.email).join('\n'));
    },
  });
  const failed = invite.data?.failed ?? [];
  const wrong =
    emails.length > MOST
      ? t('inviting.tooMany', { count: MOST })
      : tried && emails.length === 0
        ? t('inviting.none')
        : undefined;
  const submit = () => {
    setTried(true);
    if (emails.length > 0 && emails.length <= MOST && !invite.isPending) invite.mutate();
  };
  return (
    <Dialog
      title={t('inviting.title')}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" isPending={invite.isPending} onPress={submit}>
            {t('inviting.send', { count: Math.max(1, emails.length) })}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <TextField
          label={t('inviting.emails')}
          description={t('inviting.emailsHint')}
          rows={2}
          value={text}
          onChange={setText}
          error={wrong}
          isRequired
        />
        {failed.length > 0 && (
          <Banner tone="danger">
            <div className={css.failures}>
              {t('inviting.someFailed', { count: failed.length })}
              <ul>
                {failed.map((one) => (
                  <li key={one.email}>
                    <strong dir="ltr">{one.email}</strong>: {one.why}
                  </li>
                ))}
              </ul>
            </div>
          </Banner>
        )}
        {emails.length <= 1 && (
          <TextField
            label={t('inviting.name')}
            description={t('inviting.nameHint')}
            value={name}
            onChange={setName}
          />
        )}
        <Choices
          label={t('inviting.role')}
          value={role}
          onChange={setRole}
          choices={GIVEN_ROLES.map((one) => ({
            id: one,
            label: t(`common:roles.${one}`),
            description: t(`rights:roles.${one}`),
            isDisabled: !mayGive(
              me.permissions,
              roles.data?.find((line) => line.role === one)?.permissions ?? [],
            ),
          }))}
        />
        <TextField
          label={t('inviting.message')}
          description={t('inviting.messageHint')}
          rows={3}
          maxLength={1000}
          value={message}
          onChange={setMessage}
        />
        <ComboBox
          label={t('inviting.language')}
          options={languageOptions(locale, language)}
          value={language}
          onChange={(chosen) => chosen !== null && setLanguage(chosen)}
        />
      </Form>
    </Dialog>
  );
}
