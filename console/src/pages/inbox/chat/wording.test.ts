import { expect, it } from 'vitest';
import { addressOf, blocksOf, pieces, type Piece } from './wording';

/** The tree in short: b(…), i(…), s(…), c(…), link as [text](href). */
function show(found: Piece[]): string {
  return found
    .map((piece) => {
      switch (piece.type) {
        case 'text':
          return piece.text;
        case 'code':
          return `c(${piece.text})`;
        case 'link':
          return `[${piece.text}](${piece.href})`;
        default:
          return `${piece.type[0]}(${show(piece.children)})`;
      }
    })
    .join('');
}

it.each([
  ['plain', 'plain'],
  ['*bold* and _italic_ and ~struck~', 'b(bold) and i(italic) and s(struck)'],
  ['*bold _and italic_*', 'b(bold i(and italic))'],
  ['`*code*`', 'c(*code*)'],
  ['2*3*4 snake_case_name', '2*3*4 snake_case_name'],
  ['* not bold *', '* not bold *'],
  ['*alone', '*alone'],
  ['see https://example.com/a_b_c.', 'see [https://example.com/a_b_c](https://example.com/a_b_c).'],
  ['(www.example.com)', '([www.example.com](https://www.example.com/))'],
  ['write to ana@luna.test!', 'write to [ana@luna.test](mailto:ana@luna.test)!'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['<b onmouseover=alert(1)>x</b>', '<b onmouseover=alert(1)>x</b>'],
])('reads %s', (text, expected) => {
  expect(show(pieces(text))).toBe(expected);
});

it('reads lines, quotes, lists and blocks', () => {
  expect(blocksOf('one\n> two\n- three\n1. four\n```\nfive *x*\n```').map(({ type }) => type)).toEqual([
    'line',
    'quote',
    'bullet',
    'numbered',
    'pre',
  ]);
  expect(blocksOf('```a```')).toEqual([{ type: 'pre', text: 'a' }]);
});

it('opens only addresses that do nothing but open', () => {
  expect(addressOf('javascript:alert(1)')).toBeUndefined();
  expect(addressOf('data:text/html,x')).toBeUndefined();
  expect(addressOf('https://example.com')).toBe('https://example.com/');
});

it('comes to an end with what is meant to keep it busy', () => {
  expect(blocksOf('*_~'.repeat(3000))).toHaveLength(1);
  expect(blocksOf('*a '.repeat(5000))).toHaveLength(1);
});
