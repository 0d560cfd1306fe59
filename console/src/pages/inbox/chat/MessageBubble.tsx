import { Copy, CornerUpLeft, Ellipsis, Forward, RotateCcw, SmilePlus, Undo2 } from 'lucide-react';
import { memo, useState } from 'react';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, DialogTrigger, Dialog, Popover } from 'react-aria-components';
import type { Message } from '@/api/types';
import { useFormats } from '@/lib/format';
import { Button, IconButton, Menu, toast, type MenuEntry } from '@/ui';
import { cancelMessage, react, retryMessage } from '../data/actions';
import { previewOf } from '../data/preview';
import css from './MessageBubble.module.css';
import { MessageContent } from './MessageContent';
import { Ticks } from './Ticks';
import { saidAt } from './timeline';

export interface BubbleProps {
  message: Message;
  continues: boolean;
  /** What it answers, where that is loaded. */
  original: Message | undefined;
  me: string | undefined;
  maySend: boolean;
  isFlashing: boolean;
  onReply: (message: Message) => void;
  onJump: (id: string) => void;
}

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export const MessageBubble = memo(function MessageBubble(props: BubbleProps) {
  const { message, continues, me } = props;
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const ours = message.direction === 'outbound';
  const isColleague = ours && message.sender.id !== me;
  return (
    <article
      className={css.row}
      data-ours={ours || undefined}
      data-continues={continues || undefined}
      data-flashing={props.isFlashing || undefined}
      data-message={message.id}
      aria-label={t(ours ? 'message.from' : 'message.fromContact', {
        name: message.sender.name ?? '',
        time: formats.time(saidAt(message)),
      })}
    >
      <div className={css.column}>
        {isColleague && !continues && message.sender.name !== undefined && (
          <p className={css.sender}>{message.sender.name}</p>
        )}
        <div className={css.bubble} data-kind={message.kind}>
          {message.extra?.forwarded === true && (
            <p className={css.mark}>
              <Forward size={13} aria-hidden="true" /> {t('message.forwarded')}
            </p>
          )}
          {message.replyToId !== undefined && (
            <Quote original={props.original} onJump={() => props.onJump(message.replyToId ?? '')} />
          )}
          <MessageContent message={message} />
          <p className={css.foot}>
            {message.editedAt !== undefined && <span>{t('message.edited')}</span>}
            <time dateTime={saidAt(message)} title={formats.dateTime(saidAt(message))}>
              {formats.time(saidAt(message))}
            </time>
            {ours && message.status !== 'received' && <Ticks status={message.status} />}
          </p>
        </div>
        <Reactions message={message} me={me} />
        {ours && <Trouble message={message} maySend={props.maySend} />}
      </div>
      {props.maySend && message.deletedAt === undefined && <Tools {...props} />}
    </article>
  );
});

function Quote({ original, onJump }: { original: Message | undefined; onJump: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <AriaButton className={css.quote ?? ''} onPress={onJump} aria-label={t('message.jump')}>
      {original ? (
        <>
          <span className={css.quoted}>
            {original.direction === 'outbound'
              ? (original.sender.name ?? t('message.us'))
              : (original.sender.name ?? '')}
          </span>
          <span className={css.quotedText} dir="auto">
            {previewOf(original) || t('message.original')}
          </span>
        </>
      ) : (
        <span className={css.quotedText}>{t('message.original')}</span>
      )}
    </AriaButton>
  );
}

function Reactions({ message, me }: { message: Message; me: string | undefined }) {
  const { t } = useTranslation(['inbox', 'common']);
  if (message.reactions.length === 0) return null;
  return (
    <p className={css.reactions}>
      {message.reactions.map(({ emoji, sender }) => (
        <span
          key={sender}
          className={css.reaction}
          title={t(sender === me ? 'message.yourReaction' : 'message.reaction')}
        >
          {emoji}
        </span>
      ))}
      <span className="visually-hidden">{t('message.reactions', { count: message.reactions.length })}</span>
    </p>
  );
}

/** Why it did not arrive, and what can be done. */
function Trouble({ message, maySend }: { message: Message; maySend: boolean }) {
  const { t } = useTranslation(['inbox', 'common']);
  const [isSending, setIsSending] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  if (message.status !== 'failed' && message.status !== 'unknown') return null;
  const retried = message.extra?.retriedAs !== undefined;
  return (
    <div className={css.trouble} data-status={message.status}>
      <p>{message.status === 'unknown' ? t('failure.unknown') : failureText(message)}</p>
      {retried ? (
        <p className={css.retried}>{t('failure.retried')}</p>
      ) : (
        maySend &&
        message.error?.code !== 'cancelled' && (
          <Button
            size="s"
            icon={<RotateCcw size={14} />}
            isPending={isSending}
            onPress={() => {
              setIsSending(true);
              void retryMessage(message, key).finally(() => setIsSending(false));
            }}
          >
            {message.status === 'unknown' ? t('failure.sendAnyway') : t('failure.retry')}
          </Button>
        )
      )}
    </div>
  );
}

/** In our words where we have some for the provider's code, else in the API's. */
function failureText({ error }: Message): string {
  const key = `inbox:failure.codes.${error?.code ?? ''}` as 'inbox:failure.codes.cancelled';
  const known = i18n.exists(String(key));
  if (known) return i18n.t(key);
  const said = [error?.title, error?.detail].filter(Boolean).join('. ');
  return said === '' ? i18n.t('inbox:failure.failed') : i18n.t('inbox:failure.because', { reason: said });
}

/** What can be done with a message; there when it is pointed at or reached by Tab. */
function Tools({ message, me, onReply }: BubbleProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const [isReacting, setIsReacting] = useState(false);
  const own = message.reactions.find(({ sender }) => sender !== 'contact');
  // What the provider has no name for can be neither reacted to nor answered.
  const isKnown = message.externalId !== undefined;
  const entries: MenuEntry[] = [];
  if (message.text !== undefined) {
    const text = message.text;
    entries.push({
      id: 'copy',
      label: t('message.copy'),
      icon: <Copy size={16} />,
      onAction: () => void navigator.clipboard.writeText(text).then(() => toast(t('common:actions.copied'))),
    });
  }
  if (message.status === 'queued') {
    entries.push({
      id: 'cancel',
      label: t('message.cancel'),
      icon: <Undo2 size={16} />,
      onAction: () => void cancelMessage(message),
    });
  }
  return (
    <div className={css.tools} data-open={isReacting || undefined}>
      {isKnown && (
        <DialogTrigger isOpen={isReacting} onOpenChange={setIsReacting}>
          <IconButton size="s" label={t('message.react')} icon={<SmilePlus size={16} />} />
          <Popover className={css.emojis ?? ''} placement="top">
            <Dialog className={css.emojiRow ?? ''} aria-label={t('message.react')}>
              {QUICK.map((emoji) => (
                <AriaButton
                  key={emoji}
                  className={css.emoji ?? ''}
                  data-own={own?.emoji === emoji || undefined}
                  onPress={() => {
                    setIsReacting(false);
                    void react(message, own?.emoji === emoji ? '' : emoji, me);
                  }}
                >
                  {emoji}
                </AriaButton>
              ))}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
      {isKnown && (
        <IconButton
          size="s"
          label={t('message.reply')}
          icon={<CornerUpLeft size={16} />}
          onPress={() => onReply(message)}
        />
      )}
      {entries.length > 0 && (
        <Menu
          label={t('message.more')}
          trigger={<IconButton size="s" label={t('message.more')} icon={<Ellipsis size={16} />} />}
          groups={[{ id: 'more', entries }]}
        />
      )}
    </div>
  );
}
