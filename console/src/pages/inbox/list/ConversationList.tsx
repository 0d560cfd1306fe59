import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Inbox, SearchX } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/api/problems';
import { onReady } from '@/realtime/realtime';
import { Button, EmptyState } from '@/ui';
import { askPart } from '../data/cache';
import { append, type ConversationList as Known } from '../data/list';
import { fetchListPage, keys, listOptions } from '../data/queries';
import type { InboxSearch } from '../search';
import css from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow';

export const ROW_HEIGHT = 72;
/** Rows before the end of what is loaded at which more is asked for. */
const ASK_BEFORE = 30;

export function ConversationList({
  search,
  selected,
  onOpen,
  onClear,
}: {
  search: InboxSearch;
  selected: string | undefined;
  onOpen: (id: string) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  const { data: list, error, isPending, refetch } = useQuery(listOptions(search));
  if (isPending) return <Skeleton label={t('common:loading')} />;
  if (!list) {
    return (
      <EmptyState
        title={t('list.failed')}
        actions={<Button onPress={() => void refetch()}>{t('common:actions.tryAgain')}</Button>}
      >
        {problemText(error)}
      </EmptyState>
    );
  }
  if (list.items.length === 0) return <Nothing search={search} onClear={onClear} />;
  return <Rows list={list} search={search} selected={selected} onOpen={onOpen} />;
}

function Nothing({ search, onClear }: { search: InboxSearch; onClear: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  if (search.q !== undefined) {
    return (
      <EmptyState icon={<SearchX />} title={t('list.nothingFound', { words: search.q })}>
        {t('list.nothingFoundText')}
      </EmptyState>
    );
  }
  const filtered = search.status !== undefined || search.label !== undefined || search.channel !== undefined;
  return (
    <EmptyState
      icon={<Inbox />}
      title={filtered ? t('list.noneFiltered') : t(`list.none.${search.view ?? 'all'}`)}
      actions={filtered && <Button onPress={onClear}>{t('list.clearFilters')}</Button>}
    >
      {!filtered && t('list.noneText')}
    </EmptyState>
  );
}

function Rows({
  list,
  search,
  selected,
  onOpen,
}: {
  list: Known;
  search: InboxSearch;
  selected: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  const scroller = useRef<HTMLDivElement>(null);
  const { items } = list;
  const getItemKey = useCallback((at: number) => items[at]?.id ?? `below-${at}`, [items]);
  const rows = useVirtualizer({
    count: items.length + (list.nextCursor === undefined ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const more = useLoadMore(search, list, last + ASK_BEFORE >= items.length);
  useStayPut(scroller, items);
  useEffect(() => {
    const at = items.findIndex(({ id }) => id === selected);
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only another choice moves the list, not what happens in it
  }, [selected]);

  const entry = items.some(({ id }) => id === selected) ? selected : items[0]?.id;
  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey) return;
    const id = document.activeElement?.getAttribute('data-conversation');
    const to = items[items.findIndex((conversation) => conversation.id === id) + by];
    if (!to) return;
    event.preventDefault();
    rows.scrollToIndex(items.indexOf(to), { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-conversation="${to.id}"]`)?.focus(),
    );
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move among the links within
    <div ref={scroller} className={css.scroller} onKeyDown={move} data-testid="conversations">
      <ul className={css.rows} style={{ height: rows.getTotalSize() }} aria-label={t('list.label')}>
        {shown.map((row) => {
          const conversation = items[row.index];
          return (
            <li
              key={row.key}
              className={css.row}
              style={{ transform: `translateY(${row.start}px)`, height: ROW_HEIGHT }}
            >
              {conversation ? (
                <ConversationRow
                  conversation={conversation}
                  isSelected={conversation.id === selected}
                  isEntry={conversation.id === entry}
                  onOpen={onOpen}
                />
              ) : more.hasFailed ? (
                <div className={css.failed}>
                  <Button size="s" onPress={more.again}>
                    {t('common:actions.tryAgain')}
                  </Button>
                </div>
              ) : (
                <SkeletonRow />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/**
 * Asks for what is below, one page at a time, whenever it is near. What failed is tried again when asked to, and when
 * the socket is back.
 */
function useLoadMore(
  search: InboxSearch,
  list: Known,
  near: boolean,
): { hasFailed: boolean; again: () => void } {
  const asked = useRef<string>(undefined);
  const [failed, setFailed] = useState<string>();
  const cursor = list.nextCursor;
  const hasFailed = cursor !== undefined && failed === cursor;
  useEffect(() => {
    if (!near || cursor === undefined || hasFailed || asked.current === cursor) return;
    asked.current = cursor;
    askPart<Known, Awaited<ReturnType<typeof fetchListPage>>>(
      keys.list(search),
      () => fetchListPage(search, cursor),
      (now, page) => (now.nextCursor === cursor ? append(now, page) : now),
    ).catch(() => {
      asked.current = undefined;
      setFailed(cursor);
    });
  }, [near, cursor, search, hasFailed]);
  const again = useCallback(() => setFailed(undefined), []);
  useEffect(() => (hasFailed ? onReady(again) : undefined), [hasFailed, again]);
  return { hasFailed, again };
}

/** Whoever has scrolled down keeps seeing the same rows, whatever is put in or taken out above. */
function useStayPut(scroller: React.RefObject<HTMLDivElement | null>, items: Known['items']): void {
  const before = useRef(items);
  useLayoutEffect(() => {
    const element = scroller.current;
    const known = before.current;
    before.current = items;
    if (!element || known === items || element.scrollTop < ROW_HEIGHT / 2) return;
    const top = Math.floor(element.scrollTop / ROW_HEIGHT);
    // The first row in sight that is still there is what the eye holds on to.
    for (let at = top; at < Math.min(known.length, top + 20); at++) {
      const id = known[at]?.id;
      const now = items.findIndex((conversation) => conversation.id === id);
      if (now < 0) continue;
      // One that jumped to the top because of a message is not followed there.
      if (Math.abs(now - at) > 10) continue;
      if (now !== at) element.scrollTop += (now - at) * ROW_HEIGHT;
      return;
    }
  }, [items, scroller]);
}

function Skeleton({ label }: { label: string }) {
  return (
    <div className={css.scroller} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: 8 }, (_, at) => (
        <SkeletonRow key={at} />
      ))}
    </div>
  );
}

function SkeletonRow() {
  return (
    <div className={css.skeleton} aria-hidden="true">
      <span className={css.round} />
      <span className={css.lines}>
        <span />
        <span />
      </span>
    </div>
  );
}
