import { useMutation, useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import { passwordMessage } from '@/api/fieldMessages';
import { ApiProblem, fieldErrors, problemText } from '@/api/problems';
import { publicApi } from '@/api/publicClient';
import type { AcceptedInvitation, ReceivedInvitation } from '@/api/tenancy';
import { resumeSession, sessionState, signIn } from '@/auth/session';
import { chooseTenant } from '@/auth/tenant';
import { preferLocales } from '@/i18n';
import { useFormats } from '@/lib/format';
import { useStore } from '@/lib/store';
import { Button, EmptyState, Form, FormActions, FormProblem, Loading, Sheet, TextField } from '@/ui';
import css from './AcceptInvitationPage.module.css';

function tokenOf(hash: string): string {
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}

/** Where the link of an invitation's mail leads: who invites to what, and how to come in. */
export function AcceptInvitationPage() {
  const { t } = useTranslation(['account', 'common']);
  const [token] = useState(() => tokenOf(window.location.hash));
  const invitation = useQuery({
    queryKey: ['received-invitation', token],
    queryFn: () =>
      answer<ReceivedInvitation>(publicApi.POST('/api/v1/invitations/look-up', { body: { token } })),
    enabled: token !== '',
    staleTime: Infinity,
  });
  const found = invitation.data;
  useEffect(() => {
    if (found) void preferLocales(found.locale, undefined, undefined);
  }, [found]);
  if (token === '' || invitation.error) {
    return (
      <Sheet title={t('invitation.invalidTitle')}>
        <EmptyState
          icon={<MailX />}
          title={t('invitation.invalidTitle')}
          actions={
            invitation.error instanceof ApiProblem && invitation.error.passing ? (
              <Button onPress={() => void invitation.refetch()}>{t('common:actions.tryAgain')}</Button>
            ) : undefined
          }
        >
          {invitation.error ? problemText(invitation.error) : t('invitation.noToken')}
        </EmptyState>
      </Sheet>
    );
  }
  if (!found) return <Loading label={t('invitation.loading')} />;
  return <Found token={token} invitation={found} />;
}

function Found({ token, invitation }: { token: string; invitation: ReceivedInvitation }) {
  const { t } = useTranslation(['account', 'common']);
  const { date } = useFormats();
  const tenant = invitation.tenantName;
  const [joined, setJoined] = useState(false);
  const toSignIn = () => void signIn({ returnTo: '/', loginHint: invitation.email });
  if (joined || invitation.status === 'accepted') {
    return (
      <Sheet
        title={joined ? t('invitation.joinedTitle', { tenant }) : t('invitation.acceptedTitle')}
        description={
          joined
            ? t('invitation.joinedText', { email: invitation.email })
            : t('invitation.acceptedText', { tenant })
        }
      >
        <Button variant="primary" onPress={toSignIn}>
          {t('invitation.signIn')}
        </Button>
      </Sheet>
    );
  }
  const role = t(`invitation.as.${invitation.role}`);
  return (
    <Sheet
      title={t('invitation.title', { tenant })}
      description={
        invitation.invitedByName
          ? t('invitation.by', { name: invitation.invitedByName, tenant, role })
          : t('invitation.nobody', { tenant, role })
      }
      foot={<p>{t('invitation.until', { date: date(invitation.expiresAt) })}</p>}
    >
      {invitation.message && (
        <blockquote className={css.message} dir="auto">
          {invitation.message}
        </blockquote>
      )}
      {invitation.way === 'choose-password' ? (
        <AsNewcomer token={token} invitation={invitation} onJoined={() => setJoined(true)} />
      ) : (
        <AsUser token={token} invitation={invitation} />
      )}
    </Sheet>
  );
}

function AsNewcomer({
  token,
  invitation,
  onJoined,
}: {
  token: string;
  invitation: ReceivedInvitation;
  onJoined: () => void;
}) {
  const { t } = useTranslation(['account', 'common']);
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () =>
      answer<AcceptedInvitation>(
        publicApi.POST('/api/v1/invitations/accept', {
          body: { token, password, ...(name.trim() !== '' && { name: name.trim() }) },
        }),
      ),
    onSuccess: onJoined,
  });
  const errors = fieldErrors(accept.error);
  const refused =
    accept.error instanceof ApiProblem && accept.error.code === 'password-refused'
      ? passwordMessage(accept.error.detail)
      : undefined;
  const isOfField = refused ?? errors.name ?? errors.password;
  return (
    <Form onSubmit={() => accept.mutate()}>
      {/* For the browser's keeper of passwords: which account this one is of. */}
      <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
      <TextField
        label={t('invitation.name')}
        autoComplete="name"
        value={name}
        onChange={setName}
        error={errors.name}
      />
      <TextField
        label={t('invitation.password')}
        description={t('invitation.passwordHint', { email: invitation.email })}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={refused ?? errors.password}
        isRequired
      />
      <FormProblem text={accept.error && isOfField === undefined ? problemText(accept.error) : undefined} />
      <Button variant="primary" type="submit" isPending={accept.isPending}>
        {t('invitation.accept', { tenant: invitation.tenantName })}
      </Button>
    </Form>
  );
}

function AsUser({ token, invitation }: { token: string; invitation: ReceivedInvitation }) {
  const { t } = useTranslation(['account', 'common']);
  const session = useStore(sessionState);
  const [asked, setAsked] = useState(() => sessionState.get().status === 'signed-in');
  useEffect(() => {
    if (sessionState.get().status === 'signed-in') return;
    resumeSession()
      .catch(() => false)
      .finally(() => setAsked(true));
  }, []);
  const accept = useMutation({
    mutationFn: () => answer<AcceptedInvitation>(api.POST('/api/v1/invitations/accept', { body: { token } })),
    onSuccess: (accepted) => {
      if (session.status === 'signed-in') chooseTenant(session.subject, accepted.tenant.slug);
      // Another tenant is another world: begin there anew.
      window.location.assign('/');
    },
  });
  const go = (prompt?: 'login') => void signIn({ loginHint: invitation.email, ...(prompt && { prompt }) });
  if (!asked) return <Loading label={t('invitation.loading')} />;
  if (session.status !== 'signed-in') {
    return (
      <>
        <p>{t('invitation.signInFirst', { email: invitation.email })}</p>
        <Button variant="primary" onPress={() => go()}>
          {t('invitation.signIn')}
        </Button>
      </>
    );
  }
  const isAnother = accept.error instanceof ApiProblem && accept.error.code === 'invitation-for-another';
  return (
    <>
      <p>{t('invitation.asYou')}</p>
      <FormProblem text={accept.error ? problemText(accept.error) : undefined} />
      <FormActions>
        {!isAnother && (
          <Button variant="primary" isPending={accept.isPending} onPress={() => accept.mutate()}>
            {t('invitation.accept', { tenant: invitation.tenantName })}
          </Button>
        )}
        <Button variant={isAnother ? 'primary' : 'ghost'} onPress={() => go('login')}>
          {t('invitation.otherAccount')}
        </Button>
      </FormActions>
    </>
  );
}
