import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AlarmClock, CircleCheck, Flag, Hourglass } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { useFormats } from '@/lib/format';
import { Avatar } from '@/ui';
import { contactName } from '../data/actions';
import { useDesk } from '../data/desk';
import { useDraft } from '../data/drafts';
import { colleaguesOptions, labelsOptions } from '../data/queries';
import { useTypists } from '../data/typing';
import css from './ConversationRow.module.css';
import { LabelDot } from './LabelDot';

interface Props {
  conversation: Conversation;
  isSelected: boolean;
  /** The one that Tab reaches; arrows reach the rest. */
  isEntry: boolean;
  onOpen: (id: string) => void;
}

const MOST_LABELS = 3;

export const ConversationRow = memo(function ConversationRow({ conversation, isSelected, isEntry }: Props) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const { data: labels = [] } = useQuery(labelsOptions);
  const { data: colleagues = [] } = useQuery(colleaguesOptions);
  const name = contactName(conversation);
  const assignee = colleagues.find(({ id }) => id === conversation.assigneeId);
  const own = labels.filter(({ id }) => conversation.labels.includes(id));
  const unread = conversation.unreadCount;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: conversation.id }}
      search={(now) => now}
      preload={false}
      className={css.row ?? ''}
      data-conversation={conversation.id}
      data-unread={unread > 0 || undefined}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isEntry ? 0 : -1}
      draggable={false}
    >
      <Avatar id={conversation.contact.id} name={name} />
      <span className={css.words}>
        <span className={css.line}>
          <span className={css.name} dir="auto">
            {name}
          </span>
          <Marks conversation={conversation} />
          {conversation.lastMessageAt !== undefined && (
            <time className={css.time} dateTime={conversation.lastMessageAt}>
              {formats.when(conversation.lastMessageAt)}
            </time>
          )}
        </span>
        <span className={css.line}>
          <Preview conversation={conversation} isSelected={isSelected} />
          {own.slice(0, MOST_LABELS).map((label) => (
            <LabelDot key={label.id} color={label.color} />
          ))}
          {own.length > 0 && (
            <span className="visually-hidden">
              {t('list.labelled', { labels: own.map((label) => label.name).join(', ') })}
            </span>
          )}
          {assignee && (
            <>
              <Avatar id={assignee.id} name={assignee.name} size={20} />
              <span className="visually-hidden">{t('list.assignedTo', { name: assignee.name })}</span>
            </>
          )}
          {unread > 0 && (
            <span className={css.unread}>
              {formats.number(Math.min(unread, 999))}
              <span className="visually-hidden"> {t('list.unread', { count: unread })}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});

function Preview({ conversation, isSelected }: { conversation: Conversation; isSelected: boolean }) {
  const { t } = useTranslation('inbox');
  const { drafts } = useDesk();
  const draft = useDraft(drafts, conversation.id);
  const [typist] = useTypists(conversation.id);
  if (typist)
    return <span className={`${css.preview} ${css.typing}`}>{t('typing.one', { name: typist.name })}</span>;
  const begun = draft.text || draft.aside;
  if (begun && !isSelected) {
    return (
      <span className={css.preview}>
        <span className={css.draft}>{t('list.draft')}</span> {begun}
      </span>
    );
  }
  return (
    <span className={css.preview} dir="auto">
      {conversation.lastMessagePreview ?? ''}
    </span>
  );
}

function Marks({ conversation: { status, priority } }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox');
  const marks = [
    priority === 'urgent' && { icon: Flag, label: t('priority.urgent'), className: css.urgent },
    priority === 'high' && { icon: Flag, label: t('priority.high'), className: css.high },
    status === 'snoozed' && { icon: AlarmClock, label: t('status.snoozed'), className: css.quiet },
    status === 'pending' && { icon: Hourglass, label: t('status.pending'), className: css.quiet },
    status === 'resolved' && { icon: CircleCheck, label: t('status.resolved'), className: css.quiet },
  ].filter((mark) => mark !== false);
  return marks.map(({ icon: Icon, label, className }) => (
    <span key={label} className={className}>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </span>
  ));
}
