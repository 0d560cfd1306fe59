import { expect, it } from 'vitest';
import { storage } from './amounts';

it('says storage as plans do', () => {
  expect(storage(20 * 1024 ** 3, 'en-GB')).toBe('20 GB');
  expect(storage(100 * 1024 ** 2, 'en-GB')).toBe('100 MB');
  expect(storage(0, 'en-GB')).toBe('0 MB');
  expect(storage(1.5 * 1024 ** 2, 'es-ES')).toBe('1,5 MB');
});
