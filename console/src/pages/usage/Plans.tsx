import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Minus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import { problemText } from '@/api/problems';
import type { MetricUsage, Plan, Subscription } from '@/api/tenancy';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { Badge, Button, Card, Choices, Dialog, FormProblem, toast } from '@/ui';
import { useAmounts } from './amounts';
import { beyondOf } from './beyond';
import css from './Usage.module.css';

/** All plans beside each other, and the choice of another. */
export function Plans({
  plans,
  subscription,
  usage,
}: {
  plans: readonly Plan[];
  subscription: Subscription;
  usage: readonly MetricUsage[];
}) {
  const { t, i18n } = useTranslation(['usage', 'settings']);
  const { may } = usePerson();
  const { metric, amount } = useAmounts();
  const { number } = useFormats();
  const [chosen, setChosen] = useState<Plan>();
  const metrics = plans[0]?.limits ?? [];
  const features = [...new Set(plans.flatMap((plan) => plan.features))];
  const feature = (code: string) =>
    i18n.exists(`settings:features.names.${code}`)
      ? t(`settings:features.names.${code}` as 'settings:features.names.sales')
      : code;
  const mayChange = may('subscription:manage');
  return (
    <Card title={t('plans')} description={mayChange ? t('plansText') : t('plansReadOnly')}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
      <div className={css.scroll} tabIndex={0} role="region" aria-label={t('plans')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('limit')}</span>
              </th>
              {plans.map((plan) => (
                <th key={plan.code} scope="col" data-current={plan.code === subscription.plan || undefined}>
                  {plan.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map((line) => (
              <tr key={line.metric}>
                <th scope="row">
                  {metric(line.metric)}
                  {line.monthly && <span className={css.soft}> {t('aMonth')}</span>}
                </th>
                {plans.map((plan) => {
                  const limit = plan.limits.find((one) => one.metric === line.metric);
                  return (
                    <td key={plan.code} data-current={plan.code === subscription.plan || undefined}>
                      {limit?.size === undefined ? t('unlimited') : amount(line.metric, limit.size)}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('auditDays')}</th>
              {plans.map((plan) => (
                <td key={plan.code} data-current={plan.code === subscription.plan || undefined}>
                  {number(plan.auditDays)}
                </td>
              ))}
            </tr>
            {features.map((code) => (
              <tr key={code}>
                <th scope="row">{feature(code)}</th>
                {plans.map((plan) => (
                  <td key={plan.code} data-current={plan.code === subscription.plan || undefined}>
                    <Has it={plan.features.includes(code)} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <td />
              {plans.map((plan) => (
                <td key={plan.code} data-current={plan.code === subscription.plan || undefined}>
                  {plan.code === subscription.plan ? (
                    <Badge tone="accent">{t('current')}</Badge>
                  ) : plan.selfService ? (
                    mayChange && (
                      <Button
                        size="s"
                        aria-label={t('chooseNamed', { plan: plan.name })}
                        onPress={() => setChosen(plan)}
                      >
                        {t('choose')}
                      </Button>
                    )
                  ) : (
                    <span className={css.soft}>{t('byArrangement')}</span>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {chosen && (
        <ChangePlan
          plan={chosen}
          subscription={subscription}
          usage={usage}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Card>
  );
}

function Has({ it }: { it: boolean }) {
  const { t } = useTranslation('usage');
  return (
    <>
      {it ? (
        <Check size={16} className={css.yes} aria-hidden="true" />
      ) : (
        <Minus size={14} className={css.no} aria-hidden="true" />
      )}
      <span className="visually-hidden">{it ? t('included') : t('notIncluded')}</span>
    </>
  );
}

type When = 'now' | 'period-end';

function ChangePlan({
  plan,
  subscription,
  usage,
  onClose,
}: {
  plan: Plan;
  subscription: Subscription;
  usage: readonly MetricUsage[];
  onClose: () => void;
}) {
  const { t } = useTranslation(['usage', 'common']);
  const { date } = useFormats();
  const { metric, ofAmount } = useAmounts();
  const queries = useQueryClient();
  const [when, setWhen] = useState<When>('now');
  const beyond = beyondOf(plan, usage);
  const end = subscription.trialEndsAt ?? subscription.period.endsAt;
  const change = useMutation({
    mutationFn: () =>
      answer<Subscription>(
        api.POST('/api/v1/subscription/change', { body: { plan: plan.code, when } as never }),
      ),
    onSuccess: (now) => {
      queries.setQueryData(['subscription'], now);
      for (const key of ['usage', 'features', 'me', 'tenant']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
      toast(
        when === 'now'
          ? t('changedNow', { plan: plan.name })
          : t('changes', { plan: plan.name, date: date(now.scheduled?.at ?? end) }),
        { tone: 'success' },
      );
      onClose();
    },
  });
  return (
    <Dialog
      title={t('changeTo', { plan: plan.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" isPending={change.isPending} onPress={() => change.mutate()}>
            {when === 'now' ? t('changeNow') : t('changeLater')}
          </Button>
        </>
      }
    >
      <Choices
        label={t('when')}
        value={when}
        onChange={setWhen}
        choices={[
          {
            id: 'now',
            label: t('now'),
            description: subscription.trialEndsAt ? t('nowEndsTrial') : t('nowText'),
          },
          { id: 'period-end', label: t('later', { date: date(end) }), description: t('laterText') },
        ]}
      />
      {beyond.length > 0 && (
        <div className={css.beyond}>
          <p>{t('wouldBeBeyond')}</p>
          <ul>
            {beyond.map((one) => (
              <li key={one.metric}>
                {metric(one.metric)}: {ofAmount(one.metric, one.used, one.size)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormProblem text={change.error ? problemText(change.error) : undefined} />
    </Dialog>
  );
}
