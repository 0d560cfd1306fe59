import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy, Tag, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/api/client';
import type { Conversation } from '@/api/types';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { Avatar, Badge, IconButton, Picker, Select, toast, toastProblem } from '@/ui';
import { contactName, label } from '../data/actions';
import { knownConversation, putConversation } from '../data/live';
import { channelsOptions, colleaguesOptions, conversationOptions, labelsOptions } from '../data/queries';
import { LabelDot } from '../list/LabelDot';
import css from './DetailsPane.module.css';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
type Priority = (typeof PRIORITIES)[number];

/** Who it is, and what is known of the conversation. */
export default function DetailsPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const { data: conversation } = useQuery({
    ...conversationOptions(id),
    placeholderData: () => knownConversation(id),
  });
  return (
    <aside className={css.pane} aria-label={t('details.label')}>
      <header className={css.header}>
        <h2 className={css.title}>{t('details.label')}</h2>
        <IconButton label={t('common:actions.close')} icon={<X size={18} />} onPress={onClose} />
      </header>
      {conversation && <Details conversation={conversation} />}
    </aside>
  );
}

function Details({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const { may } = usePerson();
  const { data: labels = [] } = useQuery(labelsOptions);
  const { data: channels = [] } = useQuery(channelsOptions);
  const { data: colleagues = [] } = useQuery(colleaguesOptions);
  const name = contactName(conversation);
  const { identity } = conversation.contact;
  const number = identity.phone ?? identity.value;
  const mayWrite = may('conversations:write');
  const own = labels.filter(({ id }) => conversation.labels.includes(id));
  const channel = channels.find(({ id }) => id === conversation.channelId);
  const assignee = colleagues.find(({ id }) => id === conversation.assigneeId);
  const prioritise = async (priority: Priority) => {
    putConversation({ ...conversation, priority });
    try {
      const changed = await data(
        api.PATCH('/api/v1/conversations/{id}', {
          params: { path: { id: conversation.id } },
          body: { priority } as never,
        }),
      );
      putConversation(changed as Conversation);
    } catch (failure) {
      putConversation(conversation);
      toastProblem(failure);
    }
  };
  return (
    <div className={css.body}>
      <div className={css.contact}>
        <Avatar id={conversation.contact.id} name={name} size={64} />
        <p className={css.name} dir="auto">
          {name}
        </p>
        <p className={css.number}>
          {number}
          <IconButton
            size="s"
            label={t('details.copyNumber')}
            icon={<Copy size={14} />}
            onPress={() =>
              void navigator.clipboard.writeText(number).then(() => toast(t('common:actions.copied')))
            }
          />
        </p>
        {may('contacts:read') && (
          <Link to="/contacts/$contactId" params={{ contactId: conversation.contact.id }}>
            {t('details.contact')}
          </Link>
        )}
      </div>
      <section className={css.section}>
        <div className={css.sectionHead}>
          <h3 className={css.sectionTitle}>{t('chat.labels')}</h3>
          {mayWrite && (
            <Picker
              label={t('chat.labels')}
              placement="left top"
              trigger={<IconButton size="s" label={t('details.editLabels')} icon={<Tag size={14} />} />}
              options={labels.map(({ id, name: text, color }) => ({
                id,
                label: text,
                icon: <LabelDot color={color} />,
              }))}
              selected={conversation.labels}
              multiple
              onSelect={(chosen) => void label(conversation, chosen)}
              empty={t('chat.noLabels')}
            />
          )}
        </div>
        {own.length === 0 ? (
          <p className={css.none}>{t('details.noLabels')}</p>
        ) : (
          <p className={css.labels}>
            {own.map(({ id, name: text, color }) => (
              <Badge key={id} icon={<LabelDot color={color} />}>
                {text}
              </Badge>
            ))}
          </p>
        )}
      </section>
      {mayWrite && (
        <section className={css.section}>
          <Select<Priority>
            label={t('details.priority')}
            value={PRIORITIES.find((known) => known === conversation.priority) ?? null}
            options={PRIORITIES.map((priority) => ({ id: priority, label: t(`priority.${priority}`) }))}
            onChange={(priority) => void prioritise(priority)}
          />
        </section>
      )}
      <section className={css.section}>
        <h3 className={css.sectionTitle}>{t('details.conversation')}</h3>
        <dl className={css.facts}>
          <Fact name={t('details.channel')}>{channel?.name ?? conversation.channelType}</Fact>
          <Fact name={t('details.assignee')}>{assignee?.name ?? t('chat.unassigned')}</Fact>
          <Fact name={t('details.begun')}>{formats.dateTime(conversation.createdAt)}</Fact>
          {conversation.firstResponseAt !== undefined && (
            <Fact name={t('details.firstResponse')}>{formats.dateTime(conversation.firstResponseAt)}</Fact>
          )}
          {conversation.resolvedAt !== undefined && (
            <Fact name={t('details.resolved')}>{formats.dateTime(conversation.resolvedAt)}</Fact>
          )}
        </dl>
      </section>
      <Earlier conversation={conversation} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The other conversations with the same person. */
function Earlier({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const contact = conversation.contact.id;
  const { data: others } = useQuery({
    queryKey: ['conversations-of', contact],
    queryFn: async () => {
      const page = await data(
        api.GET('/api/v1/conversations', {
          params: { query: { contact, status: 'open,pending,snoozed,resolved', limit: 20 } },
        }),
      );
      return (page.items ?? []) as Conversation[];
    },
  });
  const shown = others?.filter(({ id }) => id !== conversation.id) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className={css.section}>
      <h3 className={css.sectionTitle}>{t('details.others')}</h3>
      <ul className={css.others}>
        {shown.map((other) => (
          <li key={other.id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: other.id }}
              search={(now) => now}
              className={css.other ?? ''}
            >
              <span className={css.otherHead}>
                <span>{formats.date(other.lastMessageAt ?? other.createdAt)}</span>
                <Badge>{t(`status.${other.status}`)}</Badge>
              </span>
              <span className={css.otherText} dir="auto">
                {other.lastMessagePreview}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
