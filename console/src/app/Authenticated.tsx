import { useQuery } from '@tanstack/react-query';
import { Building2, LogOut, ShieldCheck, UserX } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/api/client';
import { ApiProblem, problemText } from '@/api/problems';
import type { Me, Tenant } from '@/api/types';
import { sessionState, signIn, signOut } from '@/auth/session';
import { chooseTenant, currentTenant, forgetTenant, rememberedTenant } from '@/auth/tenant';
import { preferLocales } from '@/i18n';
import { forgetOthers } from '@/lib/personal';
import { useStore } from '@/lib/store';
import { Button, Dialog, EmptyState, Loading } from '@/ui';
import css from './Authenticated.module.css';
import { personKeys, PersonProvider } from './me';
import { queryClient } from './queryClient';

/** What is below is only for somebody who is signed in and works in a tenant. */
export function Authenticated({ children }: { children: ReactNode }) {
  const session = useStore(sessionState);
  const { t } = useTranslation();
  const gone = session.status === 'signed-out' && !session.lost;
  useEffect(() => {
    if (gone) queryClient.clear();
  }, [gone]);
  if (session.status === 'starting') return <Loading label={t('loading')} />;
  if (gone) return <SignedOut />;
  return (
    <>
      <InTenant subject={session.status === 'signed-in' ? session.subject : undefined}>{children}</InTenant>
      <Dialog
        title={t('session.lostTitle')}
        isOpen={session.status === 'signed-out'}
        onClose={() => void signIn()}
        modal
        size="s"
        footer={
          <Button variant="primary" onPress={() => void signIn()}>
            {t('session.signIn')}
          </Button>
        }
      >
        <p>{t('session.lostText')}</p>
      </Dialog>
    </>
  );
}

async function loadMe(subject: string): Promise<Me> {
  const remembered = currentTenant() ?? rememberedTenant(subject);
  if (remembered !== undefined) chooseTenant(subject, remembered);
  try {
    return (await data(api.GET('/api/v1/me'))) as Me;
  } catch (failure) {
    const elsewhere =
      failure instanceof ApiProblem && ['not-a-member', 'tenant-unknown'].includes(failure.code);
    if (!elsewhere || remembered === undefined) throw failure;
    forgetTenant(subject);
    if (queryClient.getQueryData(personKeys.me)) {
      // What is shown is of the tenant that was left: it goes with the page.
      window.location.assign('/');
      return await new Promise<never>(() => undefined);
    }
    return (await data(api.GET('/api/v1/me'))) as Me;
  }
}

function InTenant({ subject, children }: { subject: string | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  // Stays with whom it began: a session that was lost does not take the page away.
  const [who] = useState(subject ?? '');
  const me = useQuery({
    queryKey: personKeys.me,
    queryFn: () => loadMe(who),
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: true,
  });
  const tenant = useQuery({
    queryKey: personKeys.tenant,
    queryFn: async () => (await data(api.GET('/api/v1/tenant'))) as Tenant,
    enabled: me.data?.tenant !== undefined,
    staleTime: 5 * 60_000,
    // Nothing says that a tenant was suspended.
    refetchOnWindowFocus: true,
  });
  const preferences = me.data?.preferences;
  const userId = me.data?.user.id;
  useEffect(() => {
    if (userId !== undefined) forgetOthers(userId);
  }, [userId]);
  useEffect(() => {
    if (!tenant.data) return;
    void preferLocales(
      preferences?.locale,
      tenant.data.locale,
      preferences?.timezone ?? tenant.data.timezone,
    );
  }, [preferences, tenant.data]);

  const failure = me.error ?? tenant.error;
  if (failure && !(me.data && tenant.data)) {
    return <CannotEnter failure={failure} retry={() => void Promise.all([me.refetch(), tenant.refetch()])} />;
  }
  if (!me.data) return <Loading label={t('loading')} />;
  if (!me.data.tenant) {
    return (
      <ChooseTenant
        me={me.data}
        onChoose={(slug) => {
          chooseTenant(who, slug);
          void me.refetch();
        }}
      />
    );
  }
  if (!tenant.data) return <Loading label={t('loading')} />;
  return (
    <PersonProvider me={me.data} tenant={tenant.data}>
      {children}
    </PersonProvider>
  );
}

function CannotEnter({ failure, retry }: { failure: Error; retry: () => void }) {
  const { t } = useTranslation();
  if (failure instanceof ApiProblem && failure.code === 'second-factor-required') {
    return (
      <EmptyState
        icon={<ShieldCheck />}
        title={t('session.secondFactorTitle')}
        actions={
          <Button variant="primary" onPress={() => void signIn({ prompt: 'login' })}>
            {t('session.signIn')}
          </Button>
        }
      >
        {t('session.secondFactorText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('session.cannotEnter')}
      actions={
        <>
          <Button variant="primary" onPress={retry}>
            {t('actions.tryAgain')}
          </Button>
          <Button icon={<LogOut size={16} />} onPress={() => void signOut(undefined)}>
            {t('session.signOut')}
          </Button>
        </>
      }
    >
      {problemText(failure)}
    </EmptyState>
  );
}

function ChooseTenant({ me, onChoose }: { me: Me; onChoose: (slug: string) => void }) {
  const { t } = useTranslation();
  if (me.tenants.length === 0) {
    return (
      <EmptyState
        icon={<UserX />}
        title={t('session.noTenantTitle')}
        actions={
          <Button icon={<LogOut size={16} />} onPress={() => void signOut(me.user.id)}>
            {t('session.signOut')}
          </Button>
        }
      >
        {t('session.noTenantText', { email: me.user.email ?? me.user.name })}
      </EmptyState>
    );
  }
  return (
    <main className={css.choose}>
      <h1 className={css.title}>{t('session.chooseTenant')}</h1>
      <ul className={css.choices}>
        {me.tenants.map((tenant) => (
          <li key={tenant.slug}>
            <Button icon={<Building2 size={18} />} onPress={() => onChoose(tenant.slug)}>
              <span className={css.name}>{tenant.name}</span>
              <span className={css.role}>{t(`roles.${tenant.role}` as 'roles.agent')}</span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

export function SignedOut() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<LogOut />}
      title={t('session.signedOutTitle')}
      actions={
        <Button variant="primary" onPress={() => void signIn({ returnTo: '/' })}>
          {t('session.signIn')}
        </Button>
      }
    >
      {t('session.signedOutText')}
    </EmptyState>
  );
}
