import { expect, it } from 'vitest';
import { safeName } from './media';

it('shows a name without what hides or turns letters', () => {
  expect(safeName('invoice\u202Egpj.exe', 'file')).toBe('invoicegpj.exe');
  expect(safeName('a\u0000b\u200Bc.pdf', 'file')).toBe('abc.pdf');
});

it('keeps a name from leading elsewhere', () => {
  expect(safeName('../../etc/passwd', 'file')).toBe('_.._etc_passwd');
  expect(safeName('.htaccess', 'file')).toBe('htaccess');
});

it('has a name for what has none', () => {
  expect(safeName(undefined, 'file')).toBe('file');
  expect(safeName(' \u200B ', 'file')).toBe('file');
});
