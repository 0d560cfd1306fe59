import { StickyNote, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Note } from '@/api/types';
import { queryClient } from '@/app/queryClient';
import { useFormats } from '@/lib/format';
import { IconButton, toastProblem } from '@/ui';
import { keys } from '../data/queries';
import css from './NoteBubble.module.css';
import { Wording } from './Wording';

/** What colleagues tell each other; the customer never sees it. */
export function NoteBubble({ note, isOwn }: { note: Note; isOwn: boolean }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const remove = async () => {
    try {
      await api.DELETE('/api/v1/conversations/{conversationId}/notes/{id}', {
        params: { path: { conversationId: note.conversationId, id: note.id } },
      });
      queryClient.setQueryData<Note[]>(keys.notes(note.conversationId), (notes) =>
        notes?.filter(({ id }) => id !== note.id),
      );
    } catch (failure) {
      toastProblem(failure);
    }
  };
  return (
    <article className={css.note} aria-label={t('note.by', { name: note.authorName ?? '' })}>
      <header className={css.head}>
        <StickyNote size={14} aria-hidden="true" />
        <span className={css.author}>{t('note.by', { name: note.authorName ?? '' })}</span>
        <time dateTime={note.createdAt}>{formats.time(note.createdAt)}</time>
        {isOwn && (
          <span className={css.tools}>
            <IconButton
              size="s"
              label={t('note.delete')}
              icon={<Trash2 size={14} />}
              onPress={() => void remove()}
            />
          </span>
        )}
      </header>
      <Wording text={note.text} />
    </article>
  );
}
