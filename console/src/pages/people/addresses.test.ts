import { expect, it } from 'vitest';
import { addressesIn } from './addresses';

it('finds addresses however they are pasted', () => {
  expect(addressesIn('ana@x.test, luis@x.test;eva@x.test\n  tom@x.test  ')).toEqual([
    'ana@x.test',
    'luis@x.test',
    'eva@x.test',
    'tom@x.test',
  ]);
  expect(addressesIn('"Ana Luna" <ana@x.test>, Luis <luis@x.test>')).toEqual(['ana@x.test', 'luis@x.test']);
  expect(addressesIn('ana@x.test luis@x.test')).toEqual(['ana@x.test', 'luis@x.test']);
});

it('takes each address once, whatever its case', () => {
  expect(addressesIn('Ana@x.test ana@X.test')).toEqual(['Ana@x.test']);
  expect(addressesIn(' \n , ')).toEqual([]);
});
