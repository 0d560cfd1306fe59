import { useQuery } from '@tanstack/react-query';
import { ImageUp, MessageSquareOff } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone, isFileDropItem, type DropZoneProps } from 'react-aria-components';
import { problemText } from '@/api/problems';
import type { Conversation, Message } from '@/api/types';
import { usePerson } from '@/app/me';
import { Button, EmptyState, Loading } from '@/ui';
import { markRead } from '../data/actions';
import { useDesk } from '../data/desk';
import { knownConversation } from '../data/live';
import type { OutboxItem } from '../data/outbox';
import { conversationOptions, historyOptions, notesOptions } from '../data/queries';
import { useTypists } from '../data/typing';
import { ChatHeader } from './ChatHeader';
import css from './ChatPane.module.css';
import { Composer, type ComposerHandle } from './Composer';
import { History } from './History';

export interface ChatPaneProps {
  id: string;
  onBack: () => void;
  detailsOpen: boolean;
  onDetails: () => void;
  onOpen: (id: string) => void;
}

export function ChatPane({ id, ...props }: ChatPaneProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const {
    data: conversation,
    error,
    refetch,
  } = useQuery({
    ...conversationOptions(id),
    // What the list knows is shown at once; the rest follows.
    placeholderData: () => knownConversation(id),
  });
  if (conversation) return <Chat conversation={conversation} {...props} />;
  return (
    <section className={css.pane} aria-label={t('chat.label')}>
      {error ? (
        <EmptyState
          icon={<MessageSquareOff />}
          title={t('chat.gone')}
          actions={
            <>
              <Button onPress={props.onBack}>{t('chat.back')}</Button>
              <Button onPress={() => void refetch()}>{t('common:actions.tryAgain')}</Button>
            </>
          }
        >
          {problemText(error)}
        </EmptyState>
      ) : (
        <Loading label={t('common:loading')} />
      )}
    </section>
  );
}

function Chat({
  conversation,
  onBack,
  detailsOpen,
  onDetails,
  onOpen,
}: { conversation: Conversation } & Omit<ChatPaneProps, 'id'>) {
  const { t } = useTranslation(['inbox', 'common']);
  const { may } = usePerson();
  const { drafts, picked } = useDesk();
  const { id } = conversation;
  const history = useQuery(historyOptions(id));
  const { data: notes } = useQuery(notesOptions(id));
  const [unreadAtOpening] = useState(conversation.unreadCount);
  const composer = useRef<ComposerHandle>(null);
  const maySend = may('messages:send');
  useReading(conversation);

  const reply = useCallback(
    (message: Message) => {
      drafts.turn(id, 'reply');
      drafts.set(id, { ...drafts.get(id), replyToId: message.id });
      composer.current?.focus();
    },
    [drafts, id],
  );
  const edit = useCallback(
    (item: OutboxItem) => {
      drafts.turn(id, item.note === undefined ? 'reply' : 'note');
      const before = drafts.get(id);
      const text = item.note ?? item.body?.text ?? '';
      const replyToId = before.replyToId ?? item.body?.replyToId;
      // What was being written meanwhile is not lost either.
      drafts.set(id, {
        ...before,
        text: before.text === '' ? text : `${text}\n${before.text}`,
        ...(replyToId !== undefined && { replyToId }),
      });
      if (item.file) picked.takeBack(id, item.file);
      composer.current?.focus();
    },
    [drafts, picked, id],
  );
  const messages = history.data?.items;
  const messageOf = useMemo(() => {
    const byId = new Map(messages?.map((message) => [message.id, message]));
    return (wanted: string) => byId.get(wanted);
  }, [messages]);

  const drop = async (event: Parameters<NonNullable<DropZoneProps['onDrop']>>[0]) => {
    const files = await Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile()));
    if (files.length > 0) composer.current?.attach(files);
  };
  return (
    <section className={css.pane} aria-label={t('chat.label')}>
      <ChatHeader
        conversation={conversation}
        onBack={onBack}
        detailsOpen={detailsOpen}
        onDetails={onDetails}
        onMoved={onOpen}
      />
      <DropZone className={css.drop ?? ''} isDisabled={!maySend} onDrop={(event) => void drop(event)}>
        {history.data ? (
          <History
            conversationId={id}
            history={history.data}
            notes={notes ?? []}
            unreadAtOpening={unreadAtOpening}
            maySend={maySend}
            onReply={reply}
            onEdit={edit}
          />
        ) : history.error ? (
          <EmptyState
            title={t('chat.failed')}
            actions={<Button onPress={() => void history.refetch()}>{t('common:actions.tryAgain')}</Button>}
          >
            {problemText(history.error)}
          </EmptyState>
        ) : (
          <div className={css.wait}>
            <Loading label={t('common:loading')} />
          </div>
        )}
        <Typing id={id} />
        <Composer ref={composer} conversation={conversation} messageOf={messageOf} />
        <div className={css.dropHint} aria-hidden="true">
          <ImageUp size={32} />
          {t('chat.drop')}
        </div>
      </DropZone>
    </section>
  );
}

function Typing({ id }: { id: string }) {
  const { t } = useTranslation(['inbox', 'common']);
  const typists = useTypists(id);
  const [first, second] = typists;
  return (
    <p className={css.typing} role="status">
      {first && (
        <>
          <span className={css.dots} aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          {second
            ? t('typing.two', { first: first.name, second: second.name })
            : t('typing.one', { name: first.name })}
        </>
      )}
    </p>
  );
}

/** What somebody responsible looks at is read; who looks over a colleague's shoulder reads nothing away. */
function useReading(conversation: Conversation): void {
  const { memberId, may } = usePerson();
  const responsible = conversation.assigneeId === undefined || conversation.assigneeId === memberId;
  const toRead = responsible && conversation.unreadCount > 0 && may('conversations:write');
  const failedAt = useRef(0);
  useEffect(() => {
    if (!toRead) return;
    let asked = false;
    const read = () => {
      if (asked || document.visibilityState !== 'visible' || !document.hasFocus()) return;
      asked = true;
      void markRead(conversation).then((isRead) => {
        asked = isRead;
        failedAt.current = isRead ? 0 : conversation.unreadCount;
      });
    };
    // What failed a moment ago waits for another look, or for something new.
    if (failedAt.current !== conversation.unreadCount) read();
    document.addEventListener('visibilitychange', read);
    window.addEventListener('focus', read);
    window.addEventListener('online', read);
    return () => {
      document.removeEventListener('visibilitychange', read);
      window.removeEventListener('focus', read);
      window.removeEventListener('online', read);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each time something unread comes
  }, [toRead, conversation.id, conversation.unreadCount]);
}
