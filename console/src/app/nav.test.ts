import { expect, it } from 'vitest';
import { mayAny } from '@/lib/permissions';
import { navOf } from './nav';

const pages = (permissions: string[], features: string[]) =>
  navOf({
    may: (...wanted) => mayAny(permissions, ...wanted),
    has: (feature) => features.includes(feature),
  }).map(({ to }) => to);

it('shows what somebody may use, and what is on', () => {
  const agent = ['conversations:read', 'contacts:read'];
  expect(pages(agent, ['conversations'])).toEqual(['/inbox', '/contacts']);
  expect(pages(agent, [])).toEqual(['/contacts']);
  expect(pages([], ['conversations'])).toEqual([]);
});
