import { useTranslation } from 'react-i18next';
import type { QuickReply } from '../data/queries';
import css from './QuickReplies.module.css';
import { plain } from './emojis';

const MOST = 8;

/** Those whose shortcut begins so, then those that say it. */
export function matching(replies: readonly QuickReply[], typed: string): readonly QuickReply[] {
  const word = plain(typed.trim());
  if (/\s/.test(word)) return [];
  const byShortcut = replies.filter(({ shortcut }) => plain(shortcut).startsWith(word));
  const byText = replies.filter((reply) => !byShortcut.includes(reply) && plain(reply.text).includes(word));
  return [...byShortcut, ...byText].slice(0, MOST);
}

/** What `/` offers; the keyboard stays with the words. */
export function QuickReplies({
  id,
  replies,
  chosen,
  onTake,
}: {
  id: string;
  replies: readonly QuickReply[];
  chosen: number;
  onTake: (reply: QuickReply) => void;
}) {
  const { t } = useTranslation('inbox');
  const at = Math.min(chosen, replies.length - 1);
  return (
    <ul id={id} className={css.list} role="listbox" aria-label={t('composer.quickReplies')}>
      {replies.map((reply, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the text field
        <li
          key={reply.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={css.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(reply)}
        >
          <span className={css.shortcut}>/{reply.shortcut}</span>
          <span className={css.text} dir="auto">
            {reply.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
