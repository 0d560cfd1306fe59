import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import { Card, Confirm, Loaded, Switch, toast, toastProblem } from '@/ui';
import { OwnProviderCards } from './OwnProviderCards';

interface Policy {
  secondFactorRequired: boolean;
}

/** How the tenant's people sign in. */
export function SignInSection() {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const policy = useQuery({
    queryKey: ['sign-in-policy'],
    queryFn: () => answer<Policy>(api.GET('/api/v1/identity-provider/policy')),
  });
  const put = useMutation({
    mutationFn: (secondFactorRequired: boolean) =>
      answer<Policy>(api.PUT('/api/v1/identity-provider/policy', { body: { secondFactorRequired } })),
    onSuccess: (saved) => {
      setAsking(false);
      queries.setQueryData(['sign-in-policy'], saved);
      toast(t('saved'), { tone: 'success' });
    },
    onError: toastProblem,
  });
  return (
    <>
      <Card title={t('signIn.title')} description={t('signIn.description')}>
        <Loaded query={policy}>
          {({ secondFactorRequired }) => (
            <Switch
              isSelected={secondFactorRequired}
              isDisabled={put.isPending}
              onChange={(required) => (required ? setAsking(true) : put.mutate(false))}
              description={t('signIn.requiredText')}
            >
              {t('signIn.required')}
            </Switch>
          )}
        </Loaded>
      </Card>
      <OwnProviderCards />
      <Confirm
        title={t('signIn.turnOnTitle')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => put.mutate(true)}
        confirmLabel={t('signIn.turnOn')}
        isPending={put.isPending}
        danger
      >
        <p>{t('signIn.turnOnText')}</p>
      </Confirm>
    </>
  );
}
