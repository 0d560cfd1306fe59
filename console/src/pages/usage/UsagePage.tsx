import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { MetricUsage, Plan, Subscription, Usage } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { Badge, Banner, Button, Card, Facts, Loaded, Meter, PageFrame, toast, toastProblem } from '@/ui';
import { useAmounts } from './amounts';
import { Plans } from './Plans';
import css from './Usage.module.css';

/** What the plan is, what it allows, what is used of it, and what else there is. */
export function UsagePage() {
  const { t } = useTranslation('usage');
  const subscription = useQuery({
    queryKey: ['subscription'],
    queryFn: () => answer<Subscription>(api.GET('/api/v1/subscription')),
  });
  const usage = useQuery({
    queryKey: ['usage'],
    queryFn: () => answer<Usage>(api.GET('/api/v1/usage')),
    staleTime: 10_000,
  });
  const plans = useQuery({
    queryKey: ['plans'],
    queryFn: () => answer<Page<Plan>>(api.GET('/api/v1/plans')).then(({ items }) => items),
    staleTime: 5 * 60_000,
  });
  return (
    <PageFrame title={t('title')} description={t('description')}>
      <Loaded query={subscription}>
        {(now) => (
          <>
            <Current subscription={now} plans={plans.data ?? []} />
            <Loaded query={usage}>{({ metrics }) => <Used metrics={metrics} />}</Loaded>
            <Loaded query={plans}>
              {(all) => <Plans plans={all} subscription={now} usage={usage.data?.metrics ?? []} />}
            </Loaded>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

export function planName(code: string, plans: readonly Plan[]): string {
  return plans.find((plan) => plan.code === code)?.name ?? code;
}

function Current({ subscription, plans }: { subscription: Subscription; plans: readonly Plan[] }) {
  const { t } = useTranslation('usage');
  const { may } = usePerson();
  const { date, relative } = useFormats();
  const { metric } = useAmounts();
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: () => answer<Subscription>(api.POST('/api/v1/subscription/keep')),
    onSuccess: (now) => {
      queries.setQueryData(['subscription'], now);
      toast(t('kept'), { tone: 'success' });
    },
    onError: toastProblem,
  });
  const { scheduled, trialEndsAt, suspendAt, beyond, period, plan, status } = subscription;
  return (
    <Card
      title={planName(plan, plans)}
      actions={<Badge tone={status === 'active' ? 'success' : 'warning'}>{t(`status.${status}`)}</Badge>}
    >
      {scheduled && (
        <div className={css.notice}>
          <Banner
            tone={scheduled.plan === undefined ? 'danger' : 'info'}
            actions={
              may('subscription:manage') && (
                <Button size="s" isPending={keep.isPending} onPress={() => keep.mutate()}>
                  {t('keep')}
                </Button>
              )
            }
          >
            {scheduled.plan === undefined
              ? t('ends', { date: date(scheduled.at) })
              : t('changes', { plan: planName(scheduled.plan, plans), date: date(scheduled.at) })}
          </Banner>
        </div>
      )}
      {suspendAt && (
        <div className={css.notice}>
          <Banner tone="danger">{t('suspendAt', { date: date(suspendAt) })}</Banner>
        </div>
      )}
      {beyond.length > 0 && (
        <div className={css.notice}>
          <Banner tone="warning">{t('beyond', { metrics: beyond.map(metric).join(', ') })}</Banner>
        </div>
      )}
      <Facts
        facts={[
          [
            t('trialEnds'),
            trialEndsAt && t('trialEndsAt', { date: date(trialEndsAt), when: relative(trialEndsAt) }),
          ],
          [t('period'), t('periodOf', { from: date(period.startsAt), to: date(period.endsAt) })],
        ]}
      />
    </Card>
  );
}

function Used({ metrics }: { metrics: readonly MetricUsage[] }) {
  const { t } = useTranslation('usage');
  const { date } = useFormats();
  const monthly = metrics.filter(({ resetsAt }) => resetsAt !== undefined);
  const standing = metrics.filter(({ resetsAt }) => resetsAt === undefined);
  const resetsAt = monthly[0]?.resetsAt;
  return (
    <Card title={t('used')} description={t('usedText')}>
      <Meters metrics={standing} />
      {monthly.length > 0 && (
        <>
          <div>
            <h3>{t('monthly')}</h3>
            {resetsAt && <p className={css.soft}>{t('resets', { date: date(resetsAt) })}</p>}
          </div>
          <Meters metrics={monthly} />
        </>
      )}
    </Card>
  );
}

function Meters({ metrics }: { metrics: readonly MetricUsage[] }) {
  const { metric, amount, ofAmount } = useAmounts();
  const { t } = useTranslation('usage');
  return (
    <div className={css.meters}>
      {metrics.map((one) =>
        one.size === undefined ? (
          <div key={one.metric} className={css.free}>
            <span>{metric(one.metric)}</span>
            <span className={css.soft}>
              {amount(one.metric, one.used)} · {t('unlimited')}
            </span>
          </div>
        ) : (
          <Meter
            key={one.metric}
            label={metric(one.metric)}
            share={one.size === 0 ? (one.used > 0 ? 1.01 : 0) : one.used / one.size}
            text={ofAmount(one.metric, one.used, one.size)}
          />
        ),
      )}
    </div>
  );
}
