import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, once } from '@/api/answers';
import { api } from '@/api/client';
import { GIVEN_ROLES, type ApiKey, type Role } from '@/api/tenancy';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { useOnceKey } from '@/lib/onceKey';
import { mayGive } from '@/lib/rights';
import { useSave } from '@/lib/save';
import { rolesQuery } from '@/pages/people/queries';
import {
  Button,
  Choices,
  Dialog,
  Form,
  FormProblem,
  Loaded,
  PermissionPicker,
  Select,
  Switch,
  TextField,
} from '@/ui';
import { expiryOf } from './expiry';
import { MadeKey } from './MadeKey';

export function CreateKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['keys', 'common', 'rights']);
  const { me, tenant } = usePerson();
  const { timeZone = tenant.timezone } = useLocale();
  const queries = useQueryClient();
  const keyFor = useOnceKey();
  const roles = useQuery(rolesQuery);
  const [made, setMade] = useState<ApiKey>();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [isNarrow, setNarrow] = useState(false);
  const [scopes, setScopes] = useState<string[]>([]);
  const [day, setDay] = useState('');
  const { save, isPending, errors, problem } = useSave({
    save: (body: { name: string; role: Role; scopes?: string[]; expiresAt?: string }) =>
      answer<ApiKey>(api.POST('/api/v1/api-keys', { params: { header: once(keyFor(body)) }, body })),
    onSaved: (key) => {
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      setMade(key);
    },
    fields: ['name', 'expiresAt', 'scopes'],
  });
  if (made?.key !== undefined) return <MadeKey name={made.name} secret={made.key} onClose={onClose} />;
  const submit = () =>
    save({ name: name.trim(), role, ...(isNarrow && { scopes }), ...expiryOf(day, timeZone) });
  return (
    <Dialog
      title={t('createTitle')}
      isOpen
      onClose={onClose}
      modal
      size="l"
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={isNarrow && scopes.length === 0}
            onPress={submit}
          >
            {t('create')}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <TextField
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={setName}
          maxLength={120}
          error={errors.name}
          isRequired
        />
        <Loaded query={roles}>
          {(table) => {
            const of = (one: Role) => table.find((line) => line.role === one)?.permissions ?? [];
            return (
              <>
                <Select
                  label={t('role')}
                  description={t(`rights:roles.${role}`)}
                  value={role}
                  onChange={(chosen) => {
                    setRole(chosen);
                    setScopes((now) => now.filter((scope) => of(chosen).includes(scope)));
                  }}
                  options={GIVEN_ROLES.filter((one) => mayGive(me.permissions, of(one))).map((id) => ({
                    id,
                    label: t(`common:roles.${id}`),
                  }))}
                />
                <Choices
                  label={t('reach')}
                  value={isNarrow ? 'some' : 'all'}
                  onChange={(chosen) => setNarrow(chosen === 'some')}
                  choices={[
                    { id: 'all', label: t('reachAll') },
                    { id: 'some', label: t('reachSome'), description: t('reachSomeText') },
                  ]}
                />
                {isNarrow && (
                  <PermissionPicker
                    label={t('reachSome')}
                    permissions={of(role)}
                    chosen={scopes}
                    onChange={setScopes}
                  />
                )}
              </>
            );
          }}
        </Loaded>
        <Switch isSelected={day !== ''} onChange={(on) => setDay(on ? inAYear() : '')}>
          {t('expires')}
        </Switch>
        {day !== '' && (
          <TextField
            label={t('lastDay')}
            type="date"
            value={day}
            onChange={setDay}
            error={errors.expiresAt}
          />
        )}
        <FormProblem text={problem} />
      </Form>
    </Dialog>
  );
}

function inAYear(): string {
  return new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
}
