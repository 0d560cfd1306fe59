import { expect, it } from 'vitest';
import { beyondOf } from './beyond';

const plan = {
  code: 'free',
  name: 'Free',
  selfService: true,
  auditDays: 30,
  features: [],
  limits: [
    { metric: 'members', size: 2, unlimited: false, monthly: false },
    { metric: 'contacts', unlimited: true, monthly: false },
    { metric: 'channels', size: 0, unlimited: false, monthly: false },
  ],
};

it('names what there is more of than the plan allows', () => {
  const usage = [
    { metric: 'members', unlimited: false, used: 4 },
    { metric: 'contacts', unlimited: false, used: 9000 },
    { metric: 'channels', unlimited: false, used: 1 },
  ];
  expect(beyondOf(plan, usage)).toEqual([
    { metric: 'members', used: 4, size: 2 },
    { metric: 'channels', used: 1, size: 0 },
  ]);
});

it('names nothing that just fits', () => {
  expect(beyondOf(plan, [{ metric: 'members', unlimited: false, used: 2 }])).toEqual([]);
});
