import { createStore, type Store } from '@/lib/store';
import { parseFrame, type RealtimeEvent, type Typing } from './events';

/*
 * One socket a tab. It comes back by itself, takes up where it stopped, and says when it could not: then everything is
 * to be loaded anew.
 */

/** `connecting` also while it waits to try again. */
export type Connection = 'connecting' | 'live' | 'offline';

export interface RealtimeHandlers {
  /** A ticket for one socket; throws where there is none to be had now. */
  ticket: () => Promise<string>;
  /** In order, some at a time. */
  events: (events: RealtimeEvent[]) => void;
  typing: (typing: Typing) => void;
  /** What was loaded before may have missed something, or is from before the person's rights changed. */
  resync: () => void;
  /** The socket is live: the first time, or once more. */
  ready: () => void;
}

/** Why the gateway closes the socket of somebody who may other things from now on. */
const RIGHTS_CHANGED = 'rights-changed';
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** Events that come together are applied together: one rendering for a burst. */
const GATHER_FOR = 60;
/** The server pings, which scripts do not see; a socket that a sleeping laptop left behind is found by the clock. */
const WATCH_EVERY = 10_000;
const ASLEEP_AFTER = 45_000;

export class RealtimeConnection {
  readonly state: Store<Connection> = createStore<Connection>('connecting');
  private readonly handlers: RealtimeHandlers;
  private readonly socketUrl: string;
  private socket: WebSocket | undefined;
  private cursor: string | undefined;
  private waiting: RealtimeEvent[] = [];
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private lastTick = Date.now();
  private failures = 0;
  private stopped = true;
  private attempt = 0;

  constructor(socketUrl: string, handlers: RealtimeHandlers) {
    this.socketUrl = socketUrl;
    this.handlers = handlers;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    window.addEventListener('online', this.again);
    window.addEventListener('offline', this.lost);
    this.lastTick = Date.now();
    this.watch = setInterval(this.tick, WATCH_EVERY);
    void this.open();
  }

  stop(): void {
    this.stopped = true;
    this.attempt++;
    window.removeEventListener('online', this.again);
    window.removeEventListener('offline', this.lost);
    clearInterval(this.watch);
    clearTimeout(this.retry);
    this.drop();
    this.flush();
  }

  /** Says to colleagues that the person types here; nothing happens while there is no connection. */
  type(conversationId: string): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify({ type: 'typing', conversationId }));
    }
  }

  /** Tries at once, for whoever does not want to wait. */
  readonly again = (): void => {
    if (this.stopped || this.socket?.readyState === WebSocket.OPEN) return;
    this.failures = 0;
    clearTimeout(this.retry);
    void this.open();
  };

  private readonly lost = (): void => {
    this.state.set('offline');
    this.drop();
  };

  private readonly tick = (): void => {
    const now = Date.now();
    const slept = now - this.lastTick > ASLEEP_AFTER;
    this.lastTick = now;
    if (slept && this.state.get() === 'live') {
      this.drop();
      this.again();
    }
  };

  private async open(): Promise<void> {
    const attempt = ++this.attempt;
    this.drop();
    if (!navigator.onLine) {
      this.state.set('offline');
      return;
    }
    if (this.state.get() === 'live') this.state.set('connecting');
    let ticket: string;
    try {
      ticket = await this.handlers.ticket();
    } catch {
      if (attempt === this.attempt) this.later();
      return;
    }
    if (attempt !== this.attempt || this.stopped) return;
    const url = new URL(this.socketUrl);
    url.searchParams.set('ticket', ticket);
    if (this.cursor !== undefined) url.searchParams.set('after', this.cursor);
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onmessage = (message: MessageEvent<string>) => this.hear(message.data);
    socket.onclose = ({ reason }) => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      // Other conversations are seen from now on, which the cursor knows nothing of.
      if (reason === RIGHTS_CHANGED) this.handlers.resync();
      this.later();
    };
  }

  private hear(text: string): void {
    const frame = parseFrame(text);
    if (!frame) return;
    switch (frame.type) {
      case 'ready':
        this.flush();
        this.cursor = frame.cursor;
        this.live();
        break;
      case 'resync':
        this.waiting = [];
        this.cursor = frame.cursor;
        this.handlers.resync();
        this.live();
        break;
      case 'typing':
        this.handlers.typing(frame.data);
        break;
      default:
        this.waiting.push(frame);
        this.gathering ??= setTimeout(() => this.flush(), GATHER_FOR);
    }
  }

  private live(): void {
    this.failures = 0;
    this.state.set('live');
    this.handlers.ready();
  }

  private flush(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    const events = this.waiting;
    this.waiting = [];
    const last = events.at(-1);
    if (!last) return;
    this.handlers.events(events);
    this.cursor = events.reduce((most, { cursor }) => later(most, cursor), this.cursor ?? last.cursor);
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    if (socket) {
      socket.onmessage = null;
      socket.close();
    }
    this.flush();
  }

  private later(): void {
    if (this.stopped) return;
    if (!navigator.onLine) {
      this.state.set('offline');
      return;
    }
    this.failures++;
    // The first break is mended in silence; from the third on it is worth a word.
    this.state.set(this.failures > 2 ? 'offline' : 'connecting');
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.failures - 1));
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.open(), pause * (0.5 + Math.random() / 2));
  }
}

/** Cursors are positions: numbers too large for a number, maybe. */
export function later(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}
