import { expect, it, vi } from 'vitest';
import { later, RealtimeConnection } from './connection';
import { parseFrame } from './events';

it('takes the later of two cursors, however long they are', () => {
  expect(later('999', '1000')).toBe('1000');
  expect(later('9007199254740993', '9007199254740992')).toBe('9007199254740993');
});

it('passes over what is no frame', () => {
  expect(parseFrame('nonsense')).toBeUndefined();
  expect(parseFrame('{"cursor":"1"}')).toBeUndefined();
  expect(parseFrame('{"type":"ready","cursor":"7"}')).toEqual({ type: 'ready', cursor: '7' });
});

it('has everything loaded anew when the rights of the person have changed', async () => {
  const sockets: { onclose?: (event: { reason: string }) => void; close: () => void }[] = [];
  vi.stubGlobal('WebSocket', function (this: (typeof sockets)[number]) {
    this.close = () => undefined;
    sockets.push(this);
  });
  const resync = vi.fn();
  const connection = new RealtimeConnection('ws://localhost/', {
    ticket: () => Promise.resolve('t'),
    events: vi.fn(),
    typing: vi.fn(),
    resync,
    ready: vi.fn(),
  });
  connection.start();
  await vi.waitFor(() => expect(sockets).toHaveLength(1));
  sockets[0]?.onclose?.({ reason: 'rights-changed' });
  expect(resync).toHaveBeenCalledOnce();
  connection.again();
  await vi.waitFor(() => expect(sockets).toHaveLength(2));
  sockets[1]?.onclose?.({ reason: 'socket-too-old' });
  expect(resync).toHaveBeenCalledOnce();
  connection.stop();
  vi.unstubAllGlobals();
});
