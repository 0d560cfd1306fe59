import { useQuery } from '@tanstack/react-query';
import {
  FileText,
  LayoutTemplate,
  Paperclip,
  SendHorizontal,
  Smile,
  StickyNote,
  TimerReset,
  X,
} from 'lucide-react';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { DialogTrigger, FileTrigger, Popover, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Conversation, Message } from '@/api/types';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { useFormats } from '@/lib/format';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { Button, IconButton, Loading, toast } from '@/ui';
import { useDesk } from '../data/desk';
import { useDraft, type Draft } from '../data/drafts';
import { usePicked, type PickedFile } from '../data/picked';
import { previewOf } from '../data/preview';
import { quickRepliesOptions } from '../data/queries';
import { sayTyping } from '../data/typing';
import css from './Composer.module.css';
import { useObjectUrl } from './media';
import { matching, QuickReplies } from './QuickReplies';
import { countdown, useReplyWindow } from './window';

const EmojiPicker = lazy(() => import('./EmojiPicker'));
const TemplatePicker = lazy(() => import('./TemplatePicker'));

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_FILE = 100 * 1024 * 1024;
const MAX_FILES = 10;
const NO_FILES: readonly PickedFile[] = [];
/** Below this much time the countdown asks for attention. */
const SOON = 2 * 3_600_000;

export interface ComposerHandle {
  focus: () => void;
  attach: (files: readonly File[]) => void;
}

export interface ComposerProps {
  conversation: Conversation;
  /** Finds what is being answered. */
  messageOf: (id: string) => Message | undefined;
  ref?: Ref<ComposerHandle>;
}

export function Composer({ conversation, messageOf, ref }: ComposerProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const { may } = usePerson();
  const { drafts, picked, outbox } = useDesk();
  const { locale } = useLocale();
  const id = conversation.id;
  const draft = useDraft(drafts, id);
  const window = useReplyWindow(conversation);
  const [templatesOpen, setTemplatesOpen] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const mode = may('messages:send') && (draft.mode === 'reply' || !may('notes:write')) ? 'reply' : 'note';
  // A note has no files: those that were picked wait for the reply.
  const allPicked = usePicked(picked, id);
  const files = mode === 'reply' ? allPicked : NO_FILES;
  const closed = mode === 'reply' && !window.isOpen;

  const set = useCallback(
    (change: Partial<Draft>) => drafts.set(id, { ...drafts.get(id), ...change }),
    [drafts, id],
  );
  const turn = useCallback((to: Draft['mode']) => drafts.turn(id, to), [drafts, id]);
  // Who may no longer do what they began to gets an empty field, not a note that would go out as a reply.
  useEffect(() => turn(mode), [turn, mode, draft.mode]);
  const focus = useCallback(() => input.current?.focus(), []);
  const attach = useCallback(
    (added: readonly File[]) => {
      focus();
      if (mode === 'note') {
        toast(t('composer.noFilesInNote'), { tone: 'danger' });
        return;
      }
      const fitting = added.filter((file) => file.size <= MAX_FILE && file.size > 0);
      if (fitting.length < added.length) toast(t('composer.fileTooLarge'), { tone: 'danger' });
      picked.add(id, fitting.slice(0, MAX_FILES - picked.get(id).length));
    },
    [t, mode, picked, id, focus],
  );
  useImperativeHandle(ref, () => ({ focus, attach }), [focus, attach]);
  useComposerShortcuts(focus, turn, () => setTemplatesOpen(true));

  const { data: replies = [] } = useQuery({ ...quickRepliesOptions, enabled: may('messages:send') });
  const word = mode === 'reply' && draft.text.startsWith('/') ? draft.text.slice(1) : undefined;
  const offered = useMemo(() => (word === undefined ? [] : matching(replies, word)), [replies, word]);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<string>();
  const offering = offered.length > 0 && dismissed !== draft.text && files.length === 0;
  const take = (text: string) => {
    set({ text });
    setChosen(0);
    focus();
  };

  const text = draft.text.trim();
  const limit = files.length > 0 ? MAX_CAPTION : MAX_TEXT;
  const tooLong = mode === 'reply' && text.length > limit;
  const canSend = (text !== '' || (files.length > 0 && mode === 'reply')) && !tooLong && !closed;

  const send = () => {
    if (!canSend) return;
    const replyToId = draft.replyToId;
    const reply = replyToId === undefined ? {} : { replyToId };
    if (mode === 'note') {
      outbox.add({ conversationId: id, note: text });
    } else if (files.length === 0) {
      outbox.add({ conversationId: id, body: { kind: 'text', text, ...reply } });
    } else {
      files.forEach((file, at) => {
        // The words go with the first; an answer is one message.
        const first = at === 0 ? { ...(text !== '' && { text }), ...reply } : {};
        outbox.add({ conversationId: id, body: { kind: kindOf(file), ...first }, file });
      });
      picked.handOver(id);
    }
    // At once: a second press finds nothing to send.
    drafts.clear(id);
    setDismissed(undefined);
    focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (offering) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by !== undefined) {
        event.preventDefault();
        setChosen((now) => (now + by + offered.length) % offered.length);
        return;
      }
      const reply = offered[Math.min(chosen, offered.length - 1)];
      if ((event.key === 'Enter' || event.key === 'Tab') && reply) {
        event.preventDefault();
        take(reply.text);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        setDismissed(draft.text);
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (draft.replyToId !== undefined) drafts.set(id, withoutReply(draft));
      else input.current?.blur();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    // Cells of a spreadsheet come as words and as a picture of them; a note takes the words.
    if (mode === 'note' && event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    attach(pasted);
  };
  const insert = (sign: string) => {
    const element = input.current;
    const from = element?.selectionStart ?? draft.text.length;
    const to = element?.selectionEnd ?? from;
    set({ text: draft.text.slice(0, from) + sign + draft.text.slice(to) });
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + sign.length, from + sign.length);
    });
  };

  if (!may('messages:send') && !may('notes:write')) {
    return <p className={css.readOnly}>{t('composer.readOnly')}</p>;
  }
  const hasAside = (draft.aside ?? '') !== '' || (mode === 'note' && allPicked.length > 0);
  const answered = draft.replyToId === undefined ? undefined : messageOf(draft.replyToId);
  return (
    <div className={css.composer} data-mode={mode}>
      <div className={css.top}>
        <ToggleButtonGroup
          className={css.modes ?? ''}
          aria-label={t('composer.mode')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[mode]}
          onSelectionChange={(keys) => {
            turn([...keys][0] === 'note' ? 'note' : 'reply');
            focus();
          }}
        >
          {may('messages:send') && (
            <ToggleButton id="reply" className={css.modeButton ?? ''}>
              {t('composer.reply')}
              {mode === 'note' && hasAside && <Begun />}
            </ToggleButton>
          )}
          {may('notes:write') && (
            <ToggleButton id="note" className={css.modeButton ?? ''}>
              <StickyNote size={14} aria-hidden="true" /> {t('composer.note')}
              {mode === 'reply' && hasAside && <Begun />}
            </ToggleButton>
          )}
        </ToggleButtonGroup>
        {mode === 'reply' && window.isOpen && window.endsAt !== undefined && (
          <span className={css.window} data-soon={window.left < SOON || undefined}>
            <TimerReset size={14} aria-hidden="true" />
            {t('composer.windowLeft', { left: countdown(window.left, locale) })}
          </span>
        )}
      </div>
      {draft.replyToId !== undefined && mode === 'reply' && (
        <Answering message={answered} onRemove={() => drafts.set(id, withoutReply(draft))} />
      )}
      {files.length > 0 && (
        <ul className={css.files} aria-label={t('composer.files')}>
          {files.map((file) => (
            <PickedItem key={file.id} file={file} onRemove={() => picked.remove(id, file.id)} />
          ))}
        </ul>
      )}
      {closed ? (
        <div className={css.closed}>
          <p>
            <strong>{t('composer.closedTitle')}</strong> {t('composer.closedText')}
          </p>
          <Button
            variant="primary"
            icon={<LayoutTemplate size={16} />}
            onPress={() => setTemplatesOpen(true)}
          >
            {t('composer.chooseTemplate')}
          </Button>
        </div>
      ) : (
        <div className={css.box}>
          {offering && (
            <QuickReplies
              id={`quick-${id}`}
              replies={offered}
              chosen={chosen}
              onTake={(reply) => take(reply.text)}
            />
          )}
          <textarea
            ref={input}
            className={css.input}
            rows={1}
            dir="auto"
            value={draft.text}
            placeholder={mode === 'note' ? t('composer.writeNote') : t('composer.write')}
            aria-label={mode === 'note' ? t('composer.writeNote') : t('composer.write')}
            aria-invalid={tooLong || undefined}
            role="combobox"
            aria-expanded={offering}
            aria-controls={offering ? `quick-${id}` : undefined}
            aria-activedescendant={
              offering ? `quick-${id}-${Math.min(chosen, offered.length - 1)}` : undefined
            }
            aria-autocomplete="list"
            onChange={(event) => {
              set({ text: event.target.value });
              setChosen(0);
              sayTyping(id);
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
          <div className={css.tools}>
            <DialogTrigger>
              <IconButton label={t('composer.emoji')} icon={<Smile size={20} />} />
              <Popover className={css.popover ?? ''} placement="top start">
                <Suspense fallback={<Loading label={t('common:loading')} />}>
                  <EmojiPicker onPick={insert} />
                </Suspense>
              </Popover>
            </DialogTrigger>
            {mode === 'reply' && (
              <>
                <FileTrigger allowsMultiple onSelect={(picked) => picked && attach([...picked])}>
                  <IconButton label={t('composer.attach')} icon={<Paperclip size={20} />} />
                </FileTrigger>
                <IconButton
                  label={t('composer.template')}
                  icon={<LayoutTemplate size={20} />}
                  onPress={() => setTemplatesOpen(true)}
                />
              </>
            )}
            <span className={css.hint}>
              {tooLong ? t('composer.tooLong', { over: text.length - limit }) : ''}
            </span>
            <IconButton
              variant="primary"
              label={mode === 'note' ? t('composer.addNote') : t('composer.send')}
              shortcut="↵"
              icon={<SendHorizontal size={18} />}
              isDisabled={!canSend}
              onPress={send}
            />
          </div>
        </div>
      )}
      {templatesOpen && (
        <Suspense fallback={null}>
          <TemplatePicker
            conversation={conversation}
            isOpen={templatesOpen}
            onClose={() => setTemplatesOpen(false)}
            onSend={(template) => {
              outbox.add({ conversationId: id, body: { kind: 'template', ...template } });
              setTemplatesOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function withoutReply({ replyToId: _left, ...rest }: Draft): Draft {
  return rest;
}

/** A guess to show something in advance; the server looks at the bytes. */
function kindOf(file: PickedFile): string {
  const [kind] = file.type.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}

function Answering({ message, onRemove }: { message: Message | undefined; onRemove: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <div className={css.answering}>
      <div className={css.answered}>
        <span className={css.answeredName}>
          {t('composer.answering', { name: message?.sender.name ?? '' })}
        </span>
        <span className={css.answeredText} dir="auto">
          {message ? previewOf(message) || t('message.original') : t('message.original')}
        </span>
      </div>
      <IconButton size="s" label={t('composer.noAnswer')} icon={<X size={16} />} onPress={onRemove} />
    </div>
  );
}

/** Something was begun in the mode that is not open. */
function Begun() {
  const { t } = useTranslation('inbox');
  return (
    <>
      <span className={css.begun} aria-hidden="true" />
      <span className="visually-hidden">{t('composer.begun')}</span>
    </>
  );
}

function PickedItem({ file, onRemove }: { file: PickedFile; onRemove: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const { picked } = useDesk();
  const [blob, setBlob] = useState<Blob>();
  const isPicture = file.type.startsWith('image/');
  useEffect(() => {
    let gone = false;
    if (isPicture)
      void picked
        .file(file.id)
        .catch(() => undefined)
        .then((found) => !gone && setBlob(found));
    return () => {
      gone = true;
    };
  }, [picked, file.id, isPicture]);
  const url = useObjectUrl(blob);
  return (
    <li className={css.file}>
      {url === undefined ? (
        <span className={css.fileIcon}>
          <FileText size={22} aria-hidden="true" />
          <span className={css.fileName}>{file.name}</span>
          <span>{formats.bytes(file.size)}</span>
        </span>
      ) : (
        <img src={url} alt={file.name} />
      )}
      <span className={css.removeFile}>
        <IconButton
          size="s"
          label={t('composer.removeFile', { name: file.name })}
          icon={<X size={14} />}
          onPress={onRemove}
        />
      </span>
    </li>
  );
}

function useComposerShortcuts(
  focus: () => void,
  turn: (mode: Draft['mode']) => void,
  onTemplates: () => void,
): void {
  const { t } = useTranslation(['inbox', 'common']);
  useEffect(() => {
    // Ready to write, except where that would raise a phone's keyboard.
    if (window.matchMedia('(hover: hover)').matches) focus();
  }, [focus]);
  const shortcuts = useMemo<Shortcut[]>(() => {
    const group = t('keys.writing');
    return [
      {
        keys: 'r',
        label: t('keys.reply'),
        group,
        run: () => (turn('reply'), requestAnimationFrame(focus)),
      },
      {
        keys: 'n',
        label: t('keys.note'),
        group,
        run: () => (turn('note'), requestAnimationFrame(focus)),
      },
      { keys: 't', label: t('keys.template'), group, run: onTemplates },
    ];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onTemplates only sets a state
  }, [t, focus, turn]);
  useShortcuts(shortcuts);
}
