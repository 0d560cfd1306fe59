import { expect, it } from 'vitest';
import { ofWhom, tidyShortcut } from './replies';

it('takes for a shortcut what the API takes', () => {
  expect(tidyShortcut('/horario de mañana!')).toBe('horariodemañana');
  expect(tidyShortcut('a-b_c'.repeat(20))).toHaveLength(40);
});

it('tells shared ones from own ones', () => {
  const replies = [
    { id: '1', shortcut: 'a', text: 'A', shared: true },
    { id: '2', shortcut: 'b', text: 'B', shared: false },
  ];
  expect(ofWhom(replies, 'all')).toHaveLength(2);
  expect(ofWhom(replies, 'shared').map(({ id }) => id)).toEqual(['1']);
  expect(ofWhom(replies, 'mine').map(({ id }) => id)).toEqual(['2']);
});
