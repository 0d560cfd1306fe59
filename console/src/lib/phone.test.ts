import { expect, it } from 'vitest';
import { showPhone } from './phone';

it('shows a number as its country writes it', () => {
  expect(showPhone('+573001112233')).toEqual({
    national: '300 1112233',
    country: 'CO',
    international: '+57 300 1112233',
  });
});

it('reads what WhatsApp writes without a plus', () => {
  expect(showPhone('34600111222')).toMatchObject({ national: '600 11 12 22', country: 'ES' });
});

it('leaves what is no number as it is', () => {
  expect(showPhone('US.1349')).toEqual({
    national: 'US.1349',
    country: undefined,
    international: 'US.1349',
  });
});
