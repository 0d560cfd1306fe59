import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import type { Message, Note } from '@/api/types';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { useStore } from '@/lib/store';
import { problemText } from '@/api/problems';
import { onReady } from '@/realtime/realtime';
import { Button, Spinner, toastProblem } from '@/ui';
import { useDesk } from '../data/desk';
import { askPart } from '../data/cache';
import { appendNewer, prepend, type History as Known } from '../data/history';
import type { OutboxItem } from '../data/outbox';
import { fetchHistoryPage, keys, openAround, openNewest } from '../data/queries';
import css from './History.module.css';
import { MessageBubble } from './MessageBubble';
import { NoteBubble } from './NoteBubble';
import { OutboxBubble } from './OutboxBubble';
import { timeline } from './timeline';

export interface HistoryProps {
  conversationId: string;
  history: Known;
  notes: readonly Note[];
  /** How many messages of the contact nobody had read when the conversation was opened. */
  unreadAtOpening: number;
  maySend: boolean;
  onReply: (message: Message) => void;
  onEdit: (item: OutboxItem) => void;
}

/** Nearer to the end than this, new messages are followed. */
const AT_END = 80;
const NEAR_START = 600;

export function History(props: HistoryProps) {
  const { conversationId, history, notes, unreadAtOpening } = props;
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const { memberId } = usePerson();
  const { outbox } = useDesk();
  const items = useStore(outbox.items);
  const scroller = useRef<HTMLDivElement>(null);
  const [firstUnread] = useState(() => firstUnreadOf(history.items, unreadAtOpening));
  const own = useMemo(
    () => items.filter((item) => item.conversationId === conversationId),
    [items, conversationId],
  );
  const entries = useMemo(
    () =>
      timeline({
        messages: history.items,
        notes,
        outbox: own,
        whole: history.olderCursor === undefined,
        me: memberId,
        firstUnread,
        dayKey: formats.dayKey,
      }),
    [history, notes, own, memberId, firstUnread, formats],
  );
  const byId = useMemo(() => new Map(history.items.map((message) => [message.id, message])), [history]);
  const { isAtEnd, missed, toEnd } = useScroll(scroller, entries.at(-1)?.key, history.items[0]?.id);
  const { older, newer, again } = usePages(scroller, conversationId, history);
  const [flashing, jump] = useJump(scroller, conversationId, byId);

  const hasGap = history.newerCursor !== undefined;
  const latest = useCallback(() => {
    if (hasGap) openNewest(conversationId).then(toEnd, toastProblem);
    else toEnd();
  }, [hasGap, conversationId, toEnd]);
  useSeeOwn(own, latest, hasGap);
  return (
    <div className={css.frame}>
      <div
        ref={scroller}
        className={css.scroller}
        role="log"
        aria-label={t('chat.messages')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
        tabIndex={0}
      >
        <div className={css.column}>
          <Part part={older} onAgain={again} />
          {history.olderCursor === undefined && <p className={css.beginning}>{t('chat.beginning')}</p>}
          {entries.map((entry) => {
            switch (entry.type) {
              case 'day':
                return (
                  <p key={entry.key} className={css.day}>
                    <time dateTime={entry.at.slice(0, 10)}>{formats.day(entry.at)}</time>
                  </p>
                );
              case 'unread':
                return (
                  <p key={entry.key} className={css.unread}>
                    {t('chat.unread')}
                  </p>
                );
              case 'note':
                return (
                  <NoteBubble key={entry.key} note={entry.note} isOwn={entry.note.authorId === memberId} />
                );
              case 'outbox':
                return <OutboxBubble key={entry.key} item={entry.item} onEdit={props.onEdit} />;
              case 'message':
                return (
                  <MessageBubble
                    key={entry.key}
                    message={entry.message}
                    continues={entry.continues}
                    original={byId.get(entry.message.replyToId ?? '')}
                    me={memberId}
                    maySend={props.maySend}
                    isFlashing={flashing === entry.message.id}
                    onReply={props.onReply}
                    onJump={jump}
                  />
                );
            }
          })}
          <Part part={newer} onAgain={again} />
        </div>
      </div>
      {(!isAtEnd || hasGap) && (
        <AriaButton className={css.toEnd ?? ''} onPress={latest}>
          <ArrowDown size={18} aria-hidden="true" />
          {missed > 0 && <span className={css.missed}>{formats.number(missed)}</span>}
          <span className="visually-hidden">{t('chat.toEnd')}</span>
        </AriaButton>
      )}
    </div>
  );
}

function firstUnreadOf(messages: readonly Message[], unread: number): string | undefined {
  if (unread === 0) return undefined;
  return messages.filter(({ direction }) => direction === 'inbound').at(-unread)?.id;
}

/** Stays at the end while the reader is there, and keeps what they look at in its place otherwise. */
function useScroll(
  scroller: RefObject<HTMLDivElement | null>,
  lastKey: string | undefined,
  firstId: string | undefined,
) {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [missed, setMissed] = useState(0);
  const following = useRef(true);
  const height = useRef(0);
  const first = useRef(firstId);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    following.current = true;
    setMissed(0);
    element.scrollTop = element.scrollHeight;
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (first.current !== firstId && !following.current) {
      // Older ones came above: what was in sight moves down by as much.
      element.scrollTop += element.scrollHeight - height.current;
    } else if (following.current) {
      element.scrollTop = element.scrollHeight;
    }
    first.current = firstId;
    height.current = element.scrollHeight;
  });
  const last = useRef(lastKey);
  useEffect(() => {
    if (last.current === lastKey) return;
    last.current = lastKey;
    if (!following.current) setMissed((now) => now + 1);
  }, [lastKey]);
  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const onScroll = () => {
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END;
      following.current = atEnd;
      setIsAtEnd(atEnd);
      if (atEnd) setMissed(0);
    };
    // Pictures and the composer change heights after the fact.
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
      height.current = element.scrollHeight;
    });
    observer.observe(content);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  return { isAtEnd, missed, toEnd };
}

/** Whoever says something sees it, wherever in the past they were reading: at once, or when the end could be loaded. */
function useSeeOwn(own: readonly OutboxItem[], latest: () => void, hasGap: boolean): void {
  const seen = useRef(new Set(own.map(({ key }) => key)));
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const isNew = own.some(({ key }) => !seen.current.has(key));
    seen.current = new Set(own.map(({ key }) => key));
    if (!isNew) return;
    latest();
    setWanted(hasGap);
  }, [own, latest, hasGap]);
  useEffect(() => {
    if (!hasGap) setWanted(false);
    else if (wanted) return onReady(latest);
  }, [wanted, hasGap, latest]);
}

/** What lies beyond one of the ends, while it is asked for or could not be had. */
interface PartState {
  isAsked: boolean;
  failure?: unknown;
}

function Part({ part, onAgain }: { part: PartState; onAgain: () => void }) {
  const { t } = useTranslation('common');
  if (part.isAsked) {
    return (
      <p className={css.loading}>
        <Spinner size={18} />
      </p>
    );
  }
  if (part.failure === undefined) return null;
  return (
    <div className={css.failed} role="alert">
      <p>{problemText(part.failure)}</p>
      <Button size="s" onPress={onAgain}>
        {t('actions.tryAgain')}
      </Button>
    </div>
  );
}

/** Asks for more when one of the ends is near. What failed is tried again when asked to, and when the socket is back. */
function usePages(scroller: RefObject<HTMLDivElement | null>, id: string, history: Known) {
  const [older, setOlder] = useState<PartState>({ isAsked: false });
  const [newer, setNewer] = useState<PartState>({ isAsked: false });
  const [attempt, setAttempt] = useState(0);
  const { olderCursor, newerCursor } = history;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let busy = false;
    const ask = (
      set: (part: PartState) => void,
      query: Parameters<typeof fetchHistoryPage>[1],
      join: (now: Known, page: Awaited<ReturnType<typeof fetchHistoryPage>>) => Known,
    ) => {
      busy = true;
      set({ isAsked: true });
      askPart(keys.history(id), () => fetchHistoryPage(id, query), join).then(
        () => set({ isAsked: false }),
        (failure: unknown) => set({ isAsked: false, failure }),
      );
    };
    const look = () => {
      if (busy) return;
      if (olderCursor !== undefined && element.scrollTop < NEAR_START) {
        ask(setOlder, { after: olderCursor }, (now, page) =>
          now.olderCursor === olderCursor ? prepend(now, page) : now,
        );
      } else if (
        newerCursor !== undefined &&
        element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_START
      ) {
        ask(setNewer, { before: newerCursor }, (now, page) =>
          now.newerCursor === newerCursor ? appendNewer(now, page) : now,
        );
      }
    };
    element.addEventListener('scroll', look, { passive: true });
    // A short page may not fill the pane, and then nothing scrolls.
    const first = requestAnimationFrame(look);
    return () => {
      cancelAnimationFrame(first);
      element.removeEventListener('scroll', look);
    };
  }, [scroller, id, olderCursor, newerCursor, attempt]);
  const again = useCallback(() => setAttempt((now) => now + 1), []);
  const failed = older.failure !== undefined || newer.failure !== undefined;
  useEffect(() => (failed ? onReady(again) : undefined), [failed, again]);
  return { older, newer, again };
}

const FLASHES_FOR = 1700;

/** Goes to a message, loading the past around it where it is far back, and marks it for a moment. */
function useJump(
  scroller: RefObject<HTMLDivElement | null>,
  conversationId: string,
  byId: ReadonlyMap<string, Message>,
): [string | undefined, (id: string) => void] {
  const [target, setTarget] = useState<string>();
  const [flashing, setFlashing] = useState<string>();
  const there = target !== undefined && byId.has(target);
  useEffect(() => {
    if (!there || target === undefined) return;
    const element = scroller.current?.querySelector(`[data-message="${CSS.escape(target)}"]`);
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    setFlashing(target);
    setTarget(undefined);
  }, [there, target, scroller]);
  useEffect(() => {
    if (flashing === undefined) return;
    const over = setTimeout(() => setFlashing(undefined), FLASHES_FOR);
    return () => clearTimeout(over);
  }, [flashing]);
  const loaded = useRef(byId);
  useEffect(() => {
    loaded.current = byId;
  }, [byId]);
  const jump = useCallback(
    (id: string) => {
      setTarget(id);
      if (!loaded.current.has(id)) openAround(conversationId, id).catch(toastProblem);
    },
    [conversationId],
  );
  return [flashing, jump];
}
