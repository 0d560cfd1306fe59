import { expect, it } from 'vitest';
import { templatesSearch } from './search';

const channel = '01a229b4-d08f-7ded-9353-2f02e005edc0';

it('takes from an address what is known, and nothing else', () => {
  expect(templatesSearch({ q: 'hola', channel, state: 'paused', x: 1 })).toEqual({
    q: 'hola',
    channel,
    state: 'paused',
  });
  expect(templatesSearch({ q: ' ', channel: 'any', state: 'gone' })).toEqual({});
});
