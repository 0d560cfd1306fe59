import type { MetricUsage, Plan } from '@/api/tenancy';

export interface Beyond {
  metric: string;
  used: number;
  size: number;
}

/** What there is more of now than a plan allows. Nothing of it goes; nothing is added to it. */
export function beyondOf(plan: Plan, usage: readonly MetricUsage[]): Beyond[] {
  return plan.limits.flatMap(({ metric, size }) => {
    const used = usage.find((one) => one.metric === metric)?.used ?? 0;
    return size !== undefined && used > size ? [{ metric, used, size }] : [];
  });
}
