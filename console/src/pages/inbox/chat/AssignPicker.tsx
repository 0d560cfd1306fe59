import { useQuery } from '@tanstack/react-query';
import { UserRoundX } from 'lucide-react';
import { useEffect, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { usePerson } from '@/app/me';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { Avatar, Picker, type PickerOption } from '@/ui';
import { assign } from '../data/actions';
import { colleaguesOptions } from '../data/queries';

const NOBODY = 'nobody';

/** To whom it goes: to oneself first, to a colleague by name, to nobody. */
export function AssignPicker({
  conversation,
  trigger,
}: {
  conversation: Conversation;
  trigger: ReactElement;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  const { memberId, me } = usePerson();
  const { data: colleagues = [], refetch } = useQuery(colleaguesOptions);
  const known =
    conversation.assigneeId === undefined || colleagues.some(({ id }) => id === conversation.assigneeId);
  useEffect(() => {
    // Somebody who came after the list was loaded.
    if (!known) void refetch();
  }, [known, refetch]);

  const options: PickerOption[] = [
    ...(memberId === undefined
      ? []
      : [
          {
            id: memberId,
            label: t('assign.me', { name: me.user.name }),
            icon: <Avatar id={memberId} name={me.user.name} size={24} />,
          },
        ]),
    ...colleagues
      .filter(({ id, active }) => active && id !== memberId)
      .map(({ id, name, role }) => ({
        id,
        label: name,
        description: t(`common:roles.${role}` as 'common:roles.agent'),
        icon: <Avatar id={id} name={name} size={24} />,
      })),
    ...(conversation.assigneeId === undefined
      ? []
      : [{ id: NOBODY, label: t('assign.nobody'), icon: <UserRoundX size={20} aria-hidden="true" /> }]),
  ];
  const shortcuts = useMemo<Shortcut[]>(
    () =>
      memberId === undefined
        ? []
        : [
            {
              keys: 'm',
              label: t('keys.mine'),
              group: t('keys.conversation'),
              run: () => void assign(conversation, memberId),
            },
          ],
    [t, conversation, memberId],
  );
  useShortcuts(shortcuts);
  return (
    <Picker
      label={t('assign.label')}
      trigger={trigger}
      options={options}
      selected={conversation.assigneeId === undefined ? [] : [conversation.assigneeId]}
      onSelect={([chosen]) => void assign(conversation, chosen === NOBODY ? undefined : chosen)}
      empty={t('assign.nobodyFound')}
    />
  );
}
