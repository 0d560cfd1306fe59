import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import { GIVEN_ROLES, type Member, type Role } from '@/api/tenancy';
import { ifMatch, versioned } from '@/api/versioned';
import { usePerson } from '@/app/me';
import { givable, mayGive } from '@/lib/rights';
import { useSave } from '@/lib/save';
import { Button, Choices, Dialog, FormProblem, Loaded, PermissionPicker, toast } from '@/ui';
import { rolesQuery } from './queries';

/** The role of a member, and what they may beside it. */
export function ChangeMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { me, may } = usePerson();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery);
  const current = useQuery({
    queryKey: ['member', member.id],
    queryFn: () =>
      versioned<Member>(api.GET('/api/v1/members/{id}', { params: { path: { id: member.id } } })),
    staleTime: 0,
    gcTime: 0,
  });
  const [role, setRole] = useState<Role>(member.role);
  const [permissions, setPermissions] = useState<string[]>(member.permissions);
  const { save, isPending, problem, conflict } = useSave({
    save: (change: { role: Role; permissions: string[] }, overwrite) =>
      answer<Member>(
        api.PATCH('/api/v1/members/{id}', {
          params: {
            path: { id: member.id },
            header: ifMatch(overwrite ? undefined : current.data?.etag),
          },
          body: change as never,
        }),
      ),
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      toast(t('change.saved', { name: member.name }), { tone: 'success' });
      onClose();
    },
    reload: () =>
      void current.refetch().then(({ data }) => {
        if (!data) return;
        setRole(data.value.role);
        setPermissions(data.value.permissions);
      }),
  });
  return (
    <Dialog
      title={t('change.title', { name: member.name })}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={!current.data}
            onPress={() => save({ role, permissions })}
          >
            {t('change.save')}
          </Button>
        </>
      }
    >
      <Loaded query={roles}>
        {(table) => {
          const of = (one: Role) => table.find((line) => line.role === one)?.permissions ?? [];
          return (
            <>
              <Choices
                label={t('change.role')}
                value={role}
                onChange={setRole}
                choices={GIVEN_ROLES.map((one) => ({
                  id: one,
                  label: t(`common:roles.${one}`),
                  description: t(`rights:roles.${one}`),
                  isDisabled:
                    one !== member.role &&
                    (!mayGive(me.permissions, of(one)) ||
                      (!may('members:manage') && one !== 'agent' && one !== 'viewer')),
                }))}
              />
              <div>
                <h3>{t('change.extra')}</h3>
                <p>{t('change.extraHint')}</p>
              </div>
              <PermissionPicker
                label={t('change.extra')}
                permissions={givable(table)}
                held={of(role)}
                chosen={permissions}
                onChange={setPermissions}
                mayChoose={(permission) => mayGive(me.permissions, [permission])}
              />
            </>
          );
        }}
      </Loaded>
      <FormProblem text={problem} />
      {conflict}
    </Dialog>
  );
}
