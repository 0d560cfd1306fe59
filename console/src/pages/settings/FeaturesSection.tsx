import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Feature } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { usePerson } from '@/app/me';
import { Badge, Card, Confirm, Loaded, Switch, toast, toastProblem } from '@/ui';
import css from './Settings.module.css';

/** Those that something goes by in this version. */
const IN_USE = ['conversations'];

export function FeaturesSection() {
  const { t } = useTranslation('settings');
  const features = useQuery({
    queryKey: ['features'],
    queryFn: () => answer<Page<Feature>>(api.GET('/api/v1/features')).then(({ items }) => items),
  });
  return (
    <Loaded query={features}>
      {(all) => (
        <Card title={t('features.title')} description={t('features.description')}>
          {all.map((feature) => (
            <FeatureLine key={feature.code} feature={feature} />
          ))}
        </Card>
      )}
    </Loaded>
  );
}

function FeatureLine({ feature }: { feature: Feature }) {
  const { t, i18n } = useTranslation('settings');
  const { may } = usePerson();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { code } = feature;
  const words = (under: string, other: string) =>
    i18n.exists(`settings:features.${under}.${code}`)
      ? t(`features.${under}.${code}` as 'features.names.sales')
      : other;
  const name = words('names', code);
  const put = useMutation({
    mutationFn: (enabled: boolean) =>
      answer<Feature>(api.PUT('/api/v1/features/{code}', { params: { path: { code } }, body: { enabled } })),
    onSuccess: () => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: ['features'] });
      void queries.invalidateQueries({ queryKey: ['me'] });
      toast(t('saved'), { tone: 'success' });
    },
    onError: toastProblem,
  });
  return (
    <div className={css.danger}>
      <Switch
        isSelected={feature.enabled}
        isDisabled={!may('features:manage') || !feature.inPlan || put.isPending}
        onChange={(enabled) => (enabled ? put.mutate(true) : setAsking(true))}
        description={
          <>
            {words('texts', '')} {!IN_USE.includes(code) && t('features.soon')}
          </>
        }
      >
        {name}
      </Switch>
      {!feature.inPlan && (
        <span className={css.head}>
          <Badge>{t('features.notInPlan')}</Badge>
          <Link to="/usage">{t('features.seePlans')}</Link>
        </span>
      )}
      <Confirm
        title={t('features.offTitle', { name })}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => put.mutate(false)}
        confirmLabel={t('features.off')}
        isPending={put.isPending}
        danger
      >
        <p>{t('features.offText')}</p>
      </Confirm>
    </div>
  );
}
