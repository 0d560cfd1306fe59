import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { onceKeys, useOnceKey } from '@/lib/onceKey';
import { useSave } from '@/lib/save';
import { useSettled } from '@/lib/useSettled';
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Entry,
  Failed,
  Form,
  FormProblem,
  IconButton,
  LoadMore,
  Rows,
  RowsLoading,
  SearchField,
  Segmented,
  Switch,
  TextField,
  toast,
  toastProblem,
} from '@/ui';
import { Wording } from '../inbox/chat/Wording';
import type { QuickReply } from '../inbox/data/queries';
import css from './QuickReplies.module.css';
import {
  changeReply,
  createReply,
  deleteReply,
  ofWhom,
  readReply,
  replyList,
  tidyShortcut,
  type ReplyBody,
  type Whose,
} from './replies';

const WHOSE: readonly Whose[] = ['all', 'shared', 'mine'];

/** What is said often, and is put into a message by a slash and a few letters. */
export function QuickRepliesSection() {
  const { t } = useTranslation(['replies', 'common']);
  const { may } = usePerson();
  const [typed, setTyped] = useState('');
  const q = useSettled(tidyQuery(typed));
  const [whose, setWhose] = useState<Whose>('all');
  const [open, setOpen] = useState<QuickReply | 'new'>();
  const replies = useInfiniteQuery({ ...replyList(q), placeholderData: (before) => before });
  const loaded = replies.data?.pages.flatMap(({ items }) => items);
  const found = loaded && ofWhom(loaded, whose);
  const isFiltered = q !== '' || whose !== 'all';
  const add = may('messages:send') && (
    <Button variant="primary" icon={<Plus size={16} />} onPress={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <div className={css.head}>
        <p className={css.soft}>{t('description')}</p>
        {loaded && (loaded.length > 0 || isFiltered) && add}
      </div>
      {(isFiltered || (loaded && loaded.length > 0)) && (
        <div className={css.filters}>
          <SearchField label={t('search')} value={typed} onChange={setTyped} />
          <Segmented
            label={t('whose.label')}
            value={whose}
            onChange={setWhose}
            options={WHOSE.map((id) => ({ id, label: t(`whose.${id}`) }))}
          />
        </div>
      )}
      {replies.isPending && <RowsLoading label={t('common:loading')} count={3} />}
      {replies.isError && !loaded && <Failed failure={replies.error} retry={() => void replies.refetch()} />}
      {found?.length === 0 &&
        !replies.hasNextPage &&
        (isFiltered ? (
          <EmptyState icon={<Zap />} title={t('noneFound')} />
        ) : (
          <EmptyState icon={<Zap />} title={t('none')} actions={add}>
            {t('noneText')}
          </EmptyState>
        ))}
      {found && found.length > 0 && (
        <Rows label={t('title')}>
          {found.map((reply) => (
            <ReplyEntry key={reply.id} reply={reply} onEdit={() => setOpen(reply)} />
          ))}
        </Rows>
      )}
      <LoadMore pages={replies} />
      {open !== undefined && (
        <ReplyDialog
          key={open === 'new' ? 'new' : open.id}
          {...(open !== 'new' && { reply: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** As the API finds: a shortcut without its slash, or words. */
function tidyQuery(typed: string): string {
  return typed.trim().replace(/^\//, '').slice(0, 100);
}

function ReplyEntry({ reply, onEdit }: { reply: QuickReply; onEdit: () => void }) {
  const { t } = useTranslation(['replies', 'common']);
  const { may } = usePerson();
  const queries = useQueryClient();
  const { id, shortcut, text, shared } = reply;
  const reload = () => queries.invalidateQueries({ queryKey: ['quick-replies'] });
  const remove = useMutation({
    mutationFn: () => deleteReply(id),
    onSuccess: async () => {
      const body = { shortcut, text, shared };
      toast(t('removed', { shortcut }), {
        action: {
          label: t('common:actions.undo'),
          run: () => void createReply(body, onceKeys()(body)).then(reload, toastProblem),
        },
      });
      await reload();
    },
    onError: toastProblem,
  });
  const mayChange = may('messages:send') && (!shared || may('quick-replies:manage'));
  return (
    <Entry
      title={
        <bdi>
          <code className={css.shortcut}>/{shortcut}</code>
        </bdi>
      }
      badges={<Badge tone={shared ? 'accent' : 'neutral'}>{t(shared ? 'shared' : 'own')}</Badge>}
      below={
        <span className={css.text} dir="auto">
          {text}
        </span>
      }
      actions={
        mayChange && (
          <>
            <IconButton label={t('editNamed', { shortcut })} icon={<Pencil size={17} />} onPress={onEdit} />
            <IconButton
              label={t('removeNamed', { shortcut })}
              icon={<Trash2 size={17} />}
              isDisabled={remove.isPending}
              onPress={() => remove.mutate()}
            />
          </>
        )
      }
    />
  );
}

function ReplyDialog({ reply, onClose }: { reply?: QuickReply; onClose: () => void }) {
  const { t } = useTranslation(['replies', 'common']);
  const { may } = usePerson();
  const queries = useQueryClient();
  const onceKey = useOnceKey();
  const mayShare = may('quick-replies:manage');
  const [form, setForm] = useState<ReplyBody>({
    shortcut: reply?.shortcut ?? '',
    text: reply?.text ?? '',
    shared: reply?.shared ?? mayShare,
  });
  const set = (part: Partial<ReplyBody>) => setForm({ ...form, ...part });
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['quick-replies'] });
    onClose();
  };
  const { save, isPending, errors, problem, conflict } = useSave({
    save: async (body: ReplyBody, overwrite) => {
      if (!reply) return await createReply(body, onceKey(body));
      if (overwrite) return await changeReply(reply.id, body);
      // The list has no versions: what the dialog began from is compared with what is there now.
      const now = await readReply(reply.id);
      const isAsBefore =
        now.value.shortcut === reply.shortcut &&
        now.value.text === reply.text &&
        now.value.shared === reply.shared;
      return await changeReply(reply.id, body, isAsBefore ? now.etag : '"another"');
    },
    onSaved: done,
    reload: done,
    fields: ['shortcut', 'text', 'shared'],
  });
  const isReady = form.shortcut !== '' && form.text.trim() !== '';
  return (
    <Dialog
      title={t(reply ? 'edit' : 'add')}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="quick-reply"
            isPending={isPending}
            isDisabled={!isReady}
          >
            {t('common:actions.save')}
          </Button>
        </>
      }
    >
      <Form id="quick-reply" onSubmit={() => isReady && save({ ...form, text: form.text.trim() })}>
        <FormProblem text={problem} />
        <TextField
          label={t('fields.shortcut')}
          description={t('fields.shortcutHint', { shortcut: form.shortcut || t('fields.example') })}
          value={form.shortcut}
          onChange={(typed) => set({ shortcut: tidyShortcut(typed) })}
          autoComplete="off"
          error={errors.shortcut}
          autoFocus
        />
        <TextField
          label={t('fields.text')}
          rows={5}
          value={form.text}
          onChange={(text) => set({ text })}
          maxLength={4096}
          error={errors.text}
        />
        <Switch
          isSelected={form.shared}
          isDisabled={!mayShare}
          onChange={(shared) => set({ shared })}
          description={t(mayShare ? 'fields.sharedText' : 'fields.sharedNotAllowed')}
        >
          {t('fields.shared')}
        </Switch>
        {form.text.trim() !== '' && (
          <div className={css.preview} role="group" aria-label={t('preview')}>
            <div className={css.bubble}>
              <Wording text={form.text} />
            </div>
          </div>
        )}
      </Form>
      {conflict}
    </Dialog>
  );
}
