import { useQuery } from '@tanstack/react-query';
import {
  AlarmClock,
  ArrowLeft,
  CheckCheck,
  Ellipsis,
  PanelRight,
  RotateCcw,
  Tag,
  UserRoundPlus,
} from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import type { Conversation } from '@/api/types';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { useFormats } from '@/lib/format';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { Avatar, Badge, Button, IconButton, Menu, Picker } from '@/ui';
import { contactName, label, reopen, resolve, snooze } from '../data/actions';
import { colleaguesOptions, labelsOptions } from '../data/queries';
import { LabelDot } from '../list/LabelDot';
import { AssignPicker } from './AssignPicker';
import css from './ChatHeader.module.css';
import { snoozeChoices } from './snooze';

const SnoozeDialog = lazy(() => import('./SnoozeDialog'));

export interface ChatHeaderProps {
  conversation: Conversation;
  onBack: () => void;
  detailsOpen: boolean;
  onDetails: () => void;
  /** Another conversation took this one's place, such as by reopening. */
  onMoved: (id: string) => void;
}

export function ChatHeader({ conversation, onBack, detailsOpen, onDetails, onMoved }: ChatHeaderProps) {
  const { t } = useTranslation('inbox');
  const { may, memberId } = usePerson();
  const formats = useFormats();
  const { timeZone } = useLocale();
  const { data: labels = [] } = useQuery(labelsOptions);
  const { data: colleagues = [] } = useQuery(colleaguesOptions);
  const [snoozing, setSnoozing] = useState(false);
  const name = contactName(conversation);
  const { phone } = conversation.contact.identity;
  const resolved = conversation.status === 'resolved';
  const mayWrite = may('conversations:write');
  const assignee = colleagues.find(({ id }) => id === conversation.assigneeId);

  const labelEntries = labels.map(({ id, name: text, color }) => ({
    id,
    label: text,
    icon: <LabelDot color={color} />,
  }));

  const open = async () => {
    const now = await reopen(conversation);
    if (now && now.id !== conversation.id) onMoved(now.id);
  };
  const assigned =
    conversation.assigneeId === undefined
      ? t('chat.unassigned')
      : conversation.assigneeId === memberId
        ? t('chat.assignedToMe')
        : (assignee?.name ?? t('chat.assigned'));
  useHeaderShortcuts(
    conversation,
    mayWrite,
    () => void open(),
    () => setSnoozing(true),
  );

  return (
    <header className={css.header}>
      <div className={css.back}>
        <IconButton label={t('chat.back')} icon={<ArrowLeft size={20} />} onPress={onBack} />
      </div>
      <Avatar id={conversation.contact.id} name={name} size={38} />
      <div className={css.who}>
        <h2 className={css.name} dir="auto">
          {name}
        </h2>
        <p className={css.line}>
          {resolved && <Badge tone="success">{t('status.resolved')}</Badge>}
          {conversation.status === 'pending' && <Badge tone="info">{t('status.pending')}</Badge>}
          {conversation.status === 'snoozed' && (
            <Badge tone="warning" icon={<AlarmClock size={12} aria-hidden="true" />}>
              {conversation.snoozedUntil === undefined
                ? t('status.snoozed')
                : t('chat.snoozedUntil', { when: formats.dateTime(conversation.snoozedUntil) })}
            </Badge>
          )}
          {phone !== undefined && phone !== name && <span className={css.phone}>{phone}</span>}
        </p>
      </div>
      <div className={css.actions}>
        {mayWrite && (
          <>
            <AssignPicker
              conversation={conversation}
              trigger={
                <AriaButton
                  className={css.assign ?? ''}
                  aria-label={t('chat.assignTo', { name: assigned })}
                  id="assign"
                >
                  {conversation.assigneeId === undefined ? (
                    <UserRoundPlus size={18} aria-hidden="true" />
                  ) : (
                    <Avatar id={conversation.assigneeId} name={assignee?.name ?? assigned} size={24} />
                  )}
                  <span className={css.assignee}>{assigned}</span>
                </AriaButton>
              }
            />
            <span className={css.wide}>
              <Picker
                label={t('chat.labels')}
                trigger={
                  <IconButton label={t('chat.labels')} shortcut="L" icon={<Tag size={18} />} id="label" />
                }
                options={labelEntries}
                selected={conversation.labels}
                multiple
                onSelect={(chosen) => void label(conversation, chosen)}
                empty={t('chat.noLabels')}
              />
            </span>
            <span className={css.wide}>
              <Menu
                label={t('chat.snooze')}
                trigger={<IconButton label={t('chat.snooze')} shortcut="S" icon={<AlarmClock size={18} />} />}
                groups={[
                  {
                    id: 'times',
                    entries: [
                      ...snoozeChoices(timeZone ?? 'UTC').map(({ id, until }) => ({
                        id,
                        label: t(`snooze.${id}`),
                        description: formats.dateTime(until),
                        onAction: () => void snooze(conversation, until),
                      })),
                      { id: 'other', label: t('snooze.other'), onAction: () => setSnoozing(true) },
                    ],
                  },
                ]}
              />
            </span>
            {resolved || conversation.status === 'snoozed' ? (
              <Button icon={<RotateCcw size={16} />} onPress={() => void open()}>
                <span className={css.word}>{t('chat.reopen')}</span>
              </Button>
            ) : null}
            {!resolved && (
              <Button
                variant="primary"
                icon={<CheckCheck size={16} />}
                onPress={() => void resolve(conversation)}
              >
                <span className={css.word}>{t('chat.resolve')}</span>
              </Button>
            )}
          </>
        )}
        <span className={css.narrow}>
          <Menu
            label={t('message.more')}
            trigger={<IconButton label={t('message.more')} icon={<Ellipsis size={18} />} />}
            groups={[
              {
                id: 'narrow',
                entries: [
                  ...(mayWrite
                    ? [
                        {
                          id: 'snooze',
                          label: t('chat.snooze'),
                          icon: <AlarmClock size={16} />,
                          onAction: () => setSnoozing(true),
                        },
                      ]
                    : []),
                  {
                    id: 'details',
                    label: t('chat.details'),
                    icon: <PanelRight size={16} />,
                    onAction: onDetails,
                  },
                ],
              },
              {
                id: 'labels',
                title: t('chat.labels'),
                selection: 'multiple',
                selected: conversation.labels,
                onSelect: (chosen) => void label(conversation, chosen),
                entries: mayWrite ? labelEntries : [],
              },
            ]}
          />
        </span>
        <span className={css.wide}>
          <IconButton
            label={t('chat.details')}
            shortcut="D"
            icon={<PanelRight size={18} />}
            isActive={detailsOpen}
            onPress={onDetails}
          />
        </span>
      </div>
      {snoozing && (
        <Suspense fallback={null}>
          <SnoozeDialog conversation={conversation} isOpen onClose={() => setSnoozing(false)} />
        </Suspense>
      )}
    </header>
  );
}

function useHeaderShortcuts(
  conversation: Conversation,
  mayWrite: boolean,
  open: () => void,
  onSnooze: () => void,
): void {
  const { t } = useTranslation('inbox');
  const resolved = conversation.status === 'resolved';
  const shortcuts = useMemo<Shortcut[]>(() => {
    if (!mayWrite) return [];
    const group = t('keys.conversation');
    const press = (id: string) => document.getElementById(id)?.click();
    return [
      {
        keys: 'e',
        label: t('keys.resolve'),
        group,
        run: () => (resolved ? open() : void resolve(conversation)),
      },
      { keys: 'a', label: t('keys.assign'), group, run: () => press('assign') },
      { keys: 'l', label: t('keys.label'), group, run: () => press('label') },
      { keys: 's', label: t('keys.snooze'), group, run: onSnooze },
    ];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the rest follows the conversation
  }, [t, conversation, resolved, mayWrite]);
  useShortcuts(shortcuts);
}
