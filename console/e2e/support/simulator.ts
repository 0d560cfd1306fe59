import { URLS } from './env';

/*
 * The simulated customer. Each test writes from a number of its own, so that tests do not meet.
 */
export interface Customer {
  waId: string;
  name: string;
  says: (text: string, more?: Record<string, unknown>) => Promise<void>;
  sends: (message: Record<string, unknown>) => Promise<string>;
  /** What is in the customer's chat, oldest first. */
  thread: () => Promise<ThreadMessage[]>;
  /** Opens the chat: what the business sent is read. */
  reads: () => Promise<void>;
  /** Changes what the simulator knows of them: `reachable`, `lastInboundAt`. */
  becomes: (change: Record<string, unknown>) => Promise<void>;
}

export interface ThreadMessage {
  id: string;
  fromCustomer: boolean;
  state?: string;
  content: Record<string, unknown>;
  type: string;
}

let serial = 0;

export function newCustomer(tenant = 'acme'): Customer {
  const digits = `${Date.now() % 10_000_000}${process.pid % 100}${serial++ % 10}`.padStart(10, '0');
  const waId = `5731${digits.slice(-8)}`;
  const name = `Cliente ${digits}`;
  const base = `${URLS.simulator}/simulator/api/numbers/number-${tenant}/customers/${waId}`;
  const call = async (path: string, body?: unknown, method = 'POST') => {
    const answer = await fetch(base + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const sends = async (message: Record<string, unknown>) =>
    ((await call('/messages', { profileName: name, ...message })) as { id: string }).id;
  return {
    waId,
    name,
    sends,
    says: async (text, more = {}) => void (await sends({ type: 'text', text, ...more })),
    thread: async () => {
      const answer = await call('/messages', undefined, 'GET');
      return (
        Array.isArray(answer) ? answer : (answer as { messages: ThreadMessage[] }).messages
      ) as ThreadMessage[];
    },
    reads: async () => void (await call('/read')),
    becomes: async (change) => void (await call('', change, 'PUT')),
  };
}
