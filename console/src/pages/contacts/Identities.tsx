import { useQueryClient } from '@tanstack/react-query';
import { AtSign, Hash, MessageCircle, Phone, Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/api/client';
import { ApiProblem } from '@/api/problems';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { useOnceKey } from '@/lib/onceKey';
import { countryOptions } from '@/lib/places';
import { useSave } from '@/lib/save';
import {
  Button,
  Card,
  ComboBox,
  Dialog,
  IconButton,
  Notice,
  Select,
  TextField,
  toast,
  toastProblem,
  Form,
} from '@/ui';
import css from './cards.module.css';
import { IDENTITY_KINDS, isPhoneKind, type Contact, type ContactIdentity } from './contact';
import { IdentityText } from './IdentityText';
import { TakenBy } from './TakenBy';

const ICONS: Record<string, typeof Phone> = { phone: Phone, whatsapp: MessageCircle, email: AtSign };

export function Identities({ contact }: { contact: Contact }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { may } = usePerson();
  const [isAdding, setIsAdding] = useState(false);
  const remove = useRemoval(contact.id);
  const mayWrite = may('contacts:write');
  return (
    <Card
      title={t('identities.title')}
      actions={
        mayWrite && (
          <Button size="s" icon={<Plus size={14} />} onPress={() => setIsAdding(true)}>
            {t('common:actions.add')}
          </Button>
        )
      }
    >
      {contact.identities.length === 0 ? (
        <p className={css.none}>{t('identities.none')}</p>
      ) : (
        <ul className={css.list}>
          {contact.identities.map((identity) => {
            const Icon = ICONS[identity.kind] ?? Hash;
            return (
              <li key={identity.id} className={css.identity}>
                <Icon size={16} className={css.icon} aria-hidden="true" />
                <span className={css.words}>
                  <span className={css.address}>
                    <IdentityText identity={identity} />
                  </span>
                  <span className={css.kind}>
                    {t(`kinds.${identity.kind}` as 'kinds.phone', { defaultValue: identity.kind })}
                    {identity.scope !== '' && (
                      <>
                        {' · '}
                        <bdi>{identity.scope}</bdi>
                      </>
                    )}
                  </span>
                </span>
                {mayWrite && (
                  <IconButton
                    size="s"
                    label={t('identities.remove', { address: identity.address })}
                    icon={<X size={16} />}
                    onPress={() => remove(identity)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {isAdding && <AddIdentity contact={contact} onClose={() => setIsAdding(false)} />}
    </Card>
  );
}

/** Takes an identity away, with a way back: it is added again as it was. */
function useRemoval(id: string): (identity: ContactIdentity) => void {
  const { t } = useTranslation(['contacts', 'common']);
  const queries = useQueryClient();
  const reload = () => queries.invalidateQueries({ queryKey: ['contacts'] });
  const addAgain = async ({ kind, scope, address }: ContactIdentity) => {
    await api.POST('/api/v1/contacts/{id}/identities', {
      params: { path: { id } },
      body: { kind, value: kind === 'whatsapp' && /^\d+$/.test(address) ? `+${address}` : address, scope },
    });
    await reload();
  };
  const takeAway = async (identity: ContactIdentity) => {
    await api.DELETE('/api/v1/contacts/{id}/identities/{identityId}', {
      params: { path: { id, identityId: identity.id } },
    });
    toast(t('identities.removed', { address: identity.address }), {
      action: {
        label: t('common:actions.undo'),
        run: () => void addAgain(identity).catch(toastProblem),
      },
    });
    await reload();
  };
  return (identity) => void takeAway(identity).catch(toastProblem);
}

interface NewIdentity {
  kind: string;
  value: string;
  scope: string;
  country: string | null;
}

function AddIdentity({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { tenant } = usePerson();
  const { locale } = useLocale();
  const queries = useQueryClient();
  const onceKey = useOnceKey();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const [made, setMade] = useState<NewIdentity>({
    kind: 'phone',
    value: '',
    scope: '',
    country: tenant.country ?? null,
  });
  const [taken, setTaken] = useState<string>();
  const set = (part: Partial<NewIdentity>) => setMade({ ...made, ...part });
  const isPhone = isPhoneKind(made.kind);
  const hasScope = !isPhone && made.kind !== 'email';
  const { save, isPending, errors, problem } = useSave({
    save: (wanted: NewIdentity) => {
      setTaken(undefined);
      const body = {
        kind: wanted.kind,
        value: wanted.value.trim(),
        ...(hasScope && wanted.scope.trim() !== '' && { scope: wanted.scope.trim() }),
        ...(isPhone && wanted.country && { defaultRegion: wanted.country }),
      };
      return data(
        api.POST('/api/v1/contacts/{id}/identities', {
          params: { path: { id: contact.id }, header: { 'Idempotency-Key': onceKey(body) } },
          body,
        }),
      ).catch((failure: unknown) => {
        if (failure instanceof ApiProblem && failure.code === 'identity-taken') {
          setTaken(String(failure.members.contactId));
        }
        throw failure;
      });
    },
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['contacts'] });
      onClose();
    },
    fields: ['kind', 'value', 'scope', 'defaultRegion'],
  });
  return (
    <Dialog
      title={t('identities.add')}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="add-identity"
            isPending={isPending}
            isDisabled={made.value.trim() === ''}
          >
            {t('common:actions.add')}
          </Button>
        </>
      }
    >
      <Form id="add-identity" onSubmit={() => save(made)}>
        {taken !== undefined ? (
          <TakenBy contactId={taken} onLeave={onClose} />
        ) : (
          problem && <Notice tone="danger">{problem}</Notice>
        )}
        <Select
          label={t('identities.kind')}
          value={made.kind}
          onChange={(kind) => set({ kind })}
          options={IDENTITY_KINDS.map((id) => ({ id: id, label: t(`kinds.${id}`) }))}
          error={errors.kind}
        />
        {isPhone && (
          <ComboBox
            label={t('fields.phoneCountry')}
            options={countries}
            value={made.country}
            onChange={(country) => set({ country })}
            error={errors.defaultRegion}
          />
        )}
        <TextField
          label={t(isPhone ? 'identities.number' : 'identities.address')}
          value={made.value}
          onChange={(value) => set({ value })}
          maxLength={320}
          inputMode={isPhone ? 'tel' : made.kind === 'email' ? 'email' : 'text'}
          error={errors.value}

          autoFocus
        />
        {hasScope && (
          <TextField
            label={t('identities.scope')}
            description={t('identities.scopeHint')}
            value={made.scope}
            onChange={(scope) => set({ scope })}
            maxLength={200}
            error={errors.scope}
          />
        )}
      </Form>
    </Dialog>
  );
}
