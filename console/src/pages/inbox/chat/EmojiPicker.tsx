import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Input, SearchField } from 'react-aria-components';
import { currentLanguage } from '@/i18n';
import { kept } from '@/lib/storage';
import { Loading } from '@/ui';
import { loadEmojis, searchEmojis, type Emoji } from './emojis';
import css from './EmojiPicker.module.css';

const RECENT = 'tertulia.emojis';
const MOST_RECENT = 16;
const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const;

function recentSigns(): string[] {
  return (kept.get(RECENT) ?? '').split(' ').filter(Boolean);
}

/** Within a popover. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const language = currentLanguage();
  const [words, setWords] = useState('');
  const [recent] = useState(recentSigns);
  const { data: all } = useQuery({
    queryKey: ['emojis', language],
    queryFn: () => loadEmojis(language),
    staleTime: Infinity,
  });
  const found = useMemo(() => (all && words !== '' ? searchEmojis(all, words) : undefined), [all, words]);
  const pick = (emoji: Emoji) => {
    kept.set(
      RECENT,
      [emoji.sign, ...recent.filter((sign) => sign !== emoji.sign)].slice(0, MOST_RECENT).join(' '),
    );
    onPick(emoji.sign);
  };
  return (
    <Dialog className={css.picker ?? ''} aria-label={t('composer.emoji')}>
      <SearchField aria-label={t('composer.searchEmoji')} value={words} onChange={setWords} autoFocus>
        <Input className={css.search ?? ''} placeholder={t('composer.searchEmoji')} />
      </SearchField>
      <div className={css.scroller}>
        {!all && <Loading label={t('common:loading')} />}
        {found && (
          <Group emojis={found} title={t('composer.emojisFound', { count: found.length })} onPick={pick} />
        )}
        {all && !found && (
          <>
            <Group
              title={t('composer.recentEmojis')}
              emojis={recent.flatMap((sign) => all.find((emoji) => emoji.sign === sign) ?? [])}
              onPick={pick}
            />
            {GROUPS.map((group) => (
              <Group
                key={group}
                title={t(`emojiGroups.${group}`)}
                emojis={all.filter((emoji) => emoji.group === group)}
                onPick={pick}
              />
            ))}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Group({
  title,
  emojis,
  onPick,
}: {
  title: string;
  emojis: readonly Emoji[];
  onPick: (emoji: Emoji) => void;
}) {
  if (emojis.length === 0) return null;
  return (
    <section
      className={css.group}
      style={{ containIntrinsicSize: `auto ${Math.ceil(emojis.length / 8) * 36 + 28}px` }}
    >
      <h3 className={css.title}>{title}</h3>
      <div className={css.grid}>
        {emojis.map((emoji) => (
          <Button
            key={emoji.sign}
            className={css.emoji ?? ''}
            aria-label={emoji.name}
            onPress={() => onPick(emoji)}
          >
            {emoji.sign}
          </Button>
        ))}
      </div>
    </section>
  );
}
