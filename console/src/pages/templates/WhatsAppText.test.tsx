import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WhatsAppText } from './WhatsAppText';

function shown(text: string): string {
  return render(<WhatsAppText text={text} />).container.innerHTML;
}

it('shows what WhatsApp marks', () => {
  expect(shown('Hola *Ana*, _hoy_ y ~ayer~')).toBe('Hola <strong>Ana</strong>, <em>hoy</em> y <s>ayer</s>');
  expect(shown('*_los dos_*')).toBe('<strong><em>los dos</em></strong>');
});

it('leaves stars and lines that mark nothing', () => {
  expect(shown('2*3*4 y snake_case_name')).toBe('2*3*4 y snake_case_name');
});

it('keeps markup text', () => {
  expect(shown('*<b>x</b>*')).toBe('<strong>&lt;b&gt;x&lt;/b&gt;</strong>');
});
