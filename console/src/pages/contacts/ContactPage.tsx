import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import {
  ArrowLeft,
  Ban,
  Combine,
  EllipsisVertical,
  MessageSquarePlus,
  Pencil,
  Trash2,
  UserX,
} from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/api/problems';
import { usePerson } from '@/app/me';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import type { RealtimeEvent } from '@/realtime/events';
import { useRealtimeEvents } from '@/realtime/realtime';
import { Avatar, Badge, Button, EmptyState, Failed, IconButton, Loading, Menu, toast, useTitle } from '@/ui';
import { contactName, mainIdentity, numbersOf, type Contact } from './contact';
import css from './ContactPage.module.css';
import { Conversations } from './Conversations';
import { Details } from './Details';
import { EditContact } from './EditContact';
import { EraseContact } from './EraseContact';
import { Identities } from './Identities';
import { IdentityText } from './IdentityText';
import { MergeContacts } from './MergeContacts';
import { Merges } from './Merges';
import { oneContact } from './queries';
import { useBlocking } from './useBlocking';
import { WriteTo } from './WriteTo';

export function ContactPage() {
  const { t } = useTranslation(['contacts', 'common']);
  const { contactId } = useParams({ from: '/shell/contacts/$contactId' });
  const navigate = useNavigate();
  const found = useQuery(oneContact(contactId));
  const contact = found.data?.value;
  const queries = useQueryClient();
  useRealtimeEvents(
    useCallback(
      (events: RealtimeEvent[]) => {
        const concerns = events.some(
          (event) =>
            'conversation' in event.data &&
            'contact' in event.data.conversation &&
            event.data.conversation.contact.id === contactId,
        );
        if (concerns) {
          void queries.invalidateQueries({ queryKey: ['contacts', 'conversations', contactId] });
        }
      },
      [queries, contactId],
    ),
  );
  // One that was merged is shown as the one that remained, under its own address.
  const remaining = contact && contact.id !== contactId ? contact.id : undefined;
  useEffect(() => {
    if (remaining === undefined) return;
    toast(t('wasMerged'));
    void navigate({ to: '/contacts/$contactId', params: { contactId: remaining }, replace: true });
  }, [remaining, navigate, t]);
  useTitle(contact ? contactName(contact, t('nameless')) : t('title'));

  if (found.isPending) return <Loading label={t('common:loading')} />;
  if (!contact) {
    const gone = found.error instanceof ApiProblem && found.error.status === 404;
    return gone ? (
      <EmptyState
        icon={<UserX />}
        title={t('gone')}
        actions={<Button onPress={() => void navigate({ to: '/contacts' })}>{t('toAll')}</Button>}
      >
        {t('goneText')}
      </EmptyState>
    ) : (
      <Failed failure={found.error} retry={() => void found.refetch()} />
    );
  }
  return <Shown contact={contact} etag={found.data?.etag} />;
}

type Open = 'edit' | 'merge' | 'erase' | 'write';

function Shown({ contact, etag }: { contact: Contact; etag: string | undefined }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { may } = usePerson();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const block = useBlocking();
  const mayWrite = may('contacts:write');
  const maySend = may('messages:send');
  const mayManage = may('contacts:manage');
  const canBeWrittenTo = numbersOf(contact).length > 0 && !contact.blocked;
  const identity = mainIdentity(contact);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      ...(mayWrite
        ? [{ keys: 'e', label: t('edit.title'), group: t('title'), run: () => setOpen('edit') }]
        : []),
      ...(maySend && canBeWrittenTo
        ? [{ keys: 'w', label: t('write.action'), group: t('title'), run: () => setOpen('write') }]
        : []),
    ],
    [t, mayWrite, maySend, canBeWrittenTo],
  );
  useShortcuts(shortcuts);
  return (
    <div className={css.page}>
      <div className={css.column}>
        <Link to="/contacts" className={css.back ?? ''}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('title')}
        </Link>
        <header className={css.header}>
          <Avatar id={contact.id} name={contact.name ?? ''} size={64} />
          <div className={css.words}>
            <h1 className={css.title} dir="auto">
              {contactName(contact, t('nameless'))}
            </h1>
            <p className={css.under}>
              {identity && <IdentityText identity={identity} />}
              {contact.isGroup && <Badge>{t('group')}</Badge>}
              {contact.blocked && (
                <Badge tone="danger" icon={<Ban size={12} aria-hidden="true" />}>
                  {t('blocked')}
                </Badge>
              )}
            </p>
          </div>
          <div className={css.actions}>
            {maySend && (
              <Button
                variant="primary"
                icon={<MessageSquarePlus size={16} />}
                isDisabled={!canBeWrittenTo}
                onPress={() => setOpen('write')}
              >
                {t('write.action')}
              </Button>
            )}
            {mayWrite && (
              <Button icon={<Pencil size={16} />} onPress={() => setOpen('edit')}>
                {t('common:actions.edit')}
              </Button>
            )}
            {mayWrite && (
              <Menu
                label={t('common:actions.more')}
                trigger={
                  <IconButton label={t('common:actions.more')} icon={<EllipsisVertical size={18} />} />
                }
                groups={[
                  {
                    id: 'change',
                    entries: [
                      ...(mayManage
                        ? [
                            {
                              id: 'merge',
                              label: t('merge.action'),
                              icon: <Combine size={16} />,
                              onAction: () => setOpen('merge'),
                            },
                          ]
                        : []),
                      {
                        id: 'block',
                        label: contact.blocked ? t('unblock') : t('block'),
                        icon: <Ban size={16} />,
                        onAction: () => block(contact, !contact.blocked),
                      },
                    ],
                  },
                  {
                    id: 'danger',
                    entries: mayManage
                      ? [
                          {
                            id: 'erase',
                            label: t('erase.action'),
                            icon: <Trash2 size={16} />,
                            danger: true,
                            onAction: () => setOpen('erase'),
                          },
                        ]
                      : [],
                  },
                ]}
              />
            )}
          </div>
          {maySend && !canBeWrittenTo && (
            <p className={css.reason}>{contact.blocked ? t('write.blocked') : t('write.noNumber')}</p>
          )}
        </header>
        <div className={css.grid}>
          <div className={css.side}>
            <Identities contact={contact} />
            <Details contact={contact} />
          </div>
          <div className={css.main}>
            <Conversations contact={contact} />
            <Merges contact={contact} onMerge={() => setOpen('merge')} />
          </div>
        </div>
      </div>
      {open === 'edit' && <EditContact contact={contact} etag={etag} onClose={close} />}
      {open === 'merge' && <MergeContacts contact={contact} onClose={close} />}
      {open === 'erase' && <EraseContact contact={contact} etag={etag} onClose={close} />}
      {open === 'write' && <WriteTo contact={contact} onClose={close} />}
    </div>
  );
}
