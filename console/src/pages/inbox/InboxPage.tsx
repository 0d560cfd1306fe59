import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { EmptyState, useTitle } from '@/ui';
import { dismiss, toasts } from '@/ui/toast';
import { ChatPane } from './chat/ChatPane';
import { DeskProvider } from './data/desk';
import { listOptions } from './data/queries';
import css from './InboxPage.module.css';
import { ListPane, SEARCH_FIELD } from './list/ListPane';
import type { InboxSearch } from './search';

export function InboxPage() {
  return (
    <DeskProvider>
      <Inbox />
    </DeskProvider>
  );
}

const DetailsPane = lazy(() => import('./details/DetailsPane'));

const DETAILS_BESIDE = '(min-width: 1180px)';

function Inbox() {
  const { t } = useTranslation('inbox');
  useTitle(t('title'));
  const search = useSearch({ from: '/shell/inbox' });
  const { conversationId } = useParams({ strict: false });
  const navigate = useNavigate();
  const [detailsOpen, setDetailsOpen] = useState(() => window.matchMedia(DETAILS_BESIDE).matches);
  useEffect(() => {
    const beside = window.matchMedia(DETAILS_BESIDE);
    // What stood beside the chat does not come to lie on it when the window gets narrow.
    const narrowed = () => !beside.matches && setDetailsOpen(false);
    beside.addEventListener('change', narrowed);
    return () => beside.removeEventListener('change', narrowed);
  }, []);
  const { data: list } = useQuery(listOptions(search));
  // Where the open conversation stood, for going on from there when it has left the list.
  const stood = useRef(0);

  const open = useCallback(
    (id: string) =>
      void navigate({
        to: '/inbox/$conversationId',
        params: { conversationId: id },
        search: (now: InboxSearch) => now,
      }),
    [navigate],
  );
  const close = useCallback(
    () => void navigate({ to: '/inbox', search: (now: InboxSearch) => now }),
    [navigate],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const items = list?.items ?? [];
      const at = items.findIndex(({ id }) => id === conversationId);
      if (at >= 0) stood.current = at;
      const to = at >= 0 ? at + by : by > 0 ? stood.current : stood.current - 1;
      const next = items[Math.max(0, Math.min(items.length - 1, to))];
      if (next) open(next.id);
    },
    [list, conversationId, open],
  );
  const at = list?.items.findIndex(({ id }) => id === conversationId) ?? -1;
  if (at >= 0) stood.current = at;

  useInboxShortcuts(step, close, () => setDetailsOpen((now) => !now));

  return (
    <div className={css.inbox} data-open={conversationId === undefined ? undefined : 'chat'}>
      <ListPane search={search} selected={conversationId} onOpen={open} />
      {conversationId === undefined ? (
        <section className={css.nothing} aria-label={t('chat.label')}>
          <EmptyState icon={<MessagesSquare />} title={t('chat.noneTitle')}>
            {t('chat.noneText')} <kbd>J</kbd> <kbd>K</kbd> · <kbd>?</kbd>
          </EmptyState>
        </section>
      ) : (
        <>
          <ChatPane
            key={conversationId}
            id={conversationId}
            onBack={close}
            detailsOpen={detailsOpen}
            onDetails={() => setDetailsOpen((now) => !now)}
            onOpen={open}
          />
          {detailsOpen && (
            <Suspense fallback={null}>
              <DetailsPane
                key={`details-${conversationId}`}
                id={conversationId}
                onClose={() => setDetailsOpen(false)}
              />
            </Suspense>
          )}
        </>
      )}
    </div>
  );
}

function useInboxShortcuts(step: (by: 1 | -1) => void, close: () => void, toggleDetails: () => void): void {
  const { t } = useTranslation('inbox');
  const shortcuts = useMemo<Shortcut[]>(() => {
    const group = t('keys.list');
    return [
      { keys: 'j', label: t('keys.next'), group, run: () => step(1) },
      { keys: 'k', label: t('keys.previous'), group, run: () => step(-1) },
      { keys: 'alt+ArrowDown', label: t('keys.next'), group, run: () => step(1), whileTyping: true },
      { keys: 'alt+ArrowUp', label: t('keys.previous'), group, run: () => step(-1), whileTyping: true },
      {
        keys: '/',
        label: t('keys.search'),
        group,
        run: () => document.getElementById(SEARCH_FIELD)?.focus(),
      },
      { keys: 'Escape', label: t('keys.close'), group, run: close },
      { keys: 'd', label: t('keys.details'), group, run: toggleDetails },
      {
        keys: 'z',
        label: t('keys.undo'),
        group,
        run: () => {
          const last = toasts.get().findLast(({ action }) => action);
          if (!last) return;
          // A second press does not undo the same thing again.
          dismiss(last.id);
          last.action?.run();
        },
      },
    ];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- toggleDetails only sets a state
  }, [t, step, close]);
  useShortcuts(shortcuts);
}
