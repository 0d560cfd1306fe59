import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { passwordMessage } from '@/api/fieldMessages';
import { ApiProblem, fieldErrors, problemText } from '@/api/problems';
import { publicApi } from '@/api/publicClient';
import type { OrganisationDetails, Signup } from '@/api/tenancy';
import { useFormats } from '@/lib/format';
import { Banner, Button, Form, FormActions, FormProblem, Sheet, TextField } from '@/ui';
import type { BegunSignup } from './begunSignup';

export function ConfirmSignup({
  signup,
  onChange,
  onFounded,
}: {
  signup: BegunSignup;
  /** Another code was sent, or (undefined) it all begins anew. */
  onChange: (signup: BegunSignup | undefined) => void;
  onFounded: (tenantName: string) => void;
}) {
  const { t } = useTranslation(['account', 'common']);
  const { time } = useFormats();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [slug, setSlug] = useState('');
  const [slugAsked, setSlugAsked] = useState(false);
  const path = { id: signup.id };
  const confirm = useMutation({
    mutationFn: () =>
      answer<OrganisationDetails>(
        publicApi.POST('/api/v1/signups/{id}/confirm', {
          params: { path },
          body: { code, ...(password !== '' && { password }), ...(slug !== '' && { slug }) },
        }),
      ),
    onSuccess: (tenant) => onFounded(tenant.name),
    onError: (failure) => {
      const proposal = failure instanceof ApiProblem ? failure.members.proposal : undefined;
      if (typeof proposal === 'string') {
        setSlugAsked(true);
        setSlug(proposal);
      }
    },
  });
  const resend = useMutation({
    mutationFn: () => answer<Signup>(publicApi.POST('/api/v1/signups/{id}/resend', { params: { path } })),
    onSuccess: (sent) => {
      confirm.reset();
      setCode('');
      onChange({ ...signup, codeExpiresAt: sent.codeExpiresAt });
    },
  });
  const failure = confirm.error ?? resend.error;
  const errors = useConfirmErrors(failure);
  return (
    <Sheet title={t('code.title')} description={t('code.description', { email: signup.email })}>
      <Form onSubmit={() => confirm.mutate()}>
        <TextField
          label={t('code.code')}
          description={t('code.validUntil', { time: time(signup.codeExpiresAt) })}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={errors.code}
          isRequired
        />
        <TextField
          label={t('code.password')}
          description={t('code.passwordHint')}
          type="password"
          name="new-password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={errors.password}
        />
        {slugAsked && (
          <TextField
            label={t('signUp.slug')}
            description={t('signUp.slugHint')}
            value={slug}
            onChange={setSlug}
            error={errors.slug}
          />
        )}
        <FormProblem text={errors.rest} />
        {resend.isSuccess && !confirm.error && <Banner tone="success">{t('code.resent')}</Banner>}
        <Button variant="primary" type="submit" isPending={confirm.isPending}>
          {t('code.confirm', { tenant: signup.tenantName })}
        </Button>
        <FormActions>
          <Button variant="ghost" isPending={resend.isPending} onPress={() => resend.mutate()}>
            {t('code.resend')}
          </Button>
          <Button variant="ghost" onPress={() => onChange(undefined)}>
            {t('code.other')}
          </Button>
        </FormActions>
      </Form>
    </Sheet>
  );
}

function useConfirmErrors(
  failure: Error | null,
): Record<'code' | 'password' | 'slug' | 'rest', string | undefined> {
  const { t } = useTranslation(['account', 'common']);
  const none = { code: undefined, password: undefined, slug: undefined, rest: undefined };
  if (!(failure instanceof ApiProblem)) return { ...none, rest: failure ? problemText(failure) : undefined };
  if (failure.code === 'code-wrong') {
    const left = Number(failure.members.triesLeft ?? 0);
    return { ...none, code: left > 0 ? t('code.wrong', { count: left }) : t('code.wrongLast') };
  }
  if (failure.code === 'password-refused') return { ...none, password: passwordMessage(failure.detail) };
  if (failure.code === 'slug-taken') return { ...none, slug: t('signUp.slugTaken') };
  const { code, password, slug } = fieldErrors(failure);
  const isOfField = code ?? password ?? slug;
  return { code, password, slug, rest: isOfField === undefined ? problemText(failure) : undefined };
}
