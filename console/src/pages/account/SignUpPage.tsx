import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { ApiProblem } from '@/api/problems';
import { publicApi } from '@/api/publicClient';
import type { Signup } from '@/api/tenancy';
import { signIn } from '@/auth/session';
import { currentLanguage, useLocale } from '@/i18n';
import { countryOptions, guessCountry, guessLocale, languageOptions, timeZoneOptions } from '@/lib/places';
import { useSave } from '@/lib/save';
import { Button, Form, FormProblem, ComboBox, Sheet, TextField } from '@/ui';
import { ConfirmSignup } from './ConfirmSignup';
import { begun, type BegunSignup } from './begunSignup';

/** Strangers found an organisation: who they are, the code from their mail, a password. */
export function SignUpPage() {
  const { t } = useTranslation(['account', 'common']);
  const [signup, setSignup] = useState<BegunSignup | undefined>(() => begun.get());
  const [founded, setFounded] = useState<{ tenant: string; email: string }>();
  const go = (next: BegunSignup | undefined) => {
    begun.set(next);
    setSignup(next);
  };
  if (founded) {
    return (
      <Sheet title={t('founded.title', { tenant: founded.tenant })} description={t('founded.text', founded)}>
        <Button variant="primary" onPress={() => void signIn({ returnTo: '/', loginHint: founded.email })}>
          {t('founded.signIn')}
        </Button>
      </Sheet>
    );
  }
  if (signup) {
    return (
      <ConfirmSignup
        signup={signup}
        onChange={go}
        onFounded={(tenant) => {
          setFounded({ tenant, email: signup.email });
          begun.set(undefined);
        }}
      />
    );
  }
  return <Details onBegun={go} />;
}

const FIELDS = ['email', 'name', 'tenantName', 'country', 'locale', 'timezone', 'slug'] as const;

function Details({ onBegun }: { onBegun: (signup: BegunSignup) => void }) {
  const { t } = useTranslation(['account', 'common']);
  const { locale } = useLocale();
  const [zone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [form, setForm] = useState(() => {
    const country = guessCountry() ?? '';
    return {
      email: '',
      name: '',
      tenantName: '',
      country,
      locale: guessLocale(currentLanguage(), country),
      timezone: zone,
      slug: '',
    };
  });
  const [asked, setAsked] = useState(false);
  const set = (field: keyof typeof form) => (value: string | null) =>
    setForm((now) => ({ ...now, [field]: value ?? '' }));
  const { save, isPending, errors, problem, failure } = useSave({
    save: async (value: typeof form) => {
      const { slug, ...rest } = value;
      try {
        return await answer<Signup>(
          publicApi.POST('/api/v1/signups', { body: { ...rest, ...(slug !== '' && { slug }) } }),
        );
      } catch (failure) {
        const proposal = failure instanceof ApiProblem ? failure.members.proposal : undefined;
        if (typeof proposal === 'string') {
          setAsked(true);
          set('slug')(proposal);
        }
        throw failure;
      }
    },
    onSaved: (made, value) =>
      onBegun({
        id: made.id,
        email: value.email.trim(),
        tenantName: value.tenantName.trim(),
        codeExpiresAt: made.codeExpiresAt,
      }),
    fields: FIELDS,
  });
  if (failure instanceof ApiProblem && failure.code === 'signup-closed') {
    return (
      <Sheet title={t('signUp.closedTitle')} description={problem} foot={<SignInInstead />}>
        {null}
      </Sheet>
    );
  }
  return (
    <Sheet title={t('signUp.title')} description={t('signUp.description')} foot={<SignInInstead />}>
      <Form onSubmit={() => save(form)}>
        <TextField
          label={t('signUp.email')}
          description={t('signUp.emailHint')}
          type="email"
          name="email"
          autoComplete="email"
          value={form.email}
          onChange={set('email')}
          error={errors.email}
          isRequired
        />
        <TextField
          label={t('signUp.name')}
          name="name"
          autoComplete="name"
          value={form.name}
          onChange={set('name')}
          error={errors.name}
          isRequired
        />
        <TextField
          label={t('signUp.tenantName')}
          name="organization"
          autoComplete="organization"
          value={form.tenantName}
          onChange={set('tenantName')}
          error={errors.tenantName}
          isRequired
        />
        {asked && (
          <TextField
            label={t('signUp.slug')}
            description={t('signUp.slugHint')}
            value={form.slug}
            onChange={set('slug')}
            error={errors.slug ?? (problem !== undefined ? t('signUp.slugTaken') : undefined)}
          />
        )}
        <ComboBox
          label={t('signUp.country')}
          description={t('signUp.countryHint')}
          options={countryOptions(locale)}
          value={form.country || null}
          onChange={set('country')}
          error={errors.country}
        />
        <ComboBox
          label={t('signUp.language')}
          options={languageOptions(locale, form.locale)}
          value={form.locale}
          onChange={set('locale')}
          error={errors.locale}
        />
        <ComboBox
          label={t('signUp.timezone')}
          options={timeZoneOptions(form.timezone)}
          value={form.timezone}
          onChange={set('timezone')}
          error={errors.timezone}
        />
        {!asked && <FormProblem text={problem} />}
        <Button variant="primary" type="submit" isPending={isPending}>
          {t('signUp.send')}
        </Button>
      </Form>
    </Sheet>
  );
}

function SignInInstead() {
  const { t } = useTranslation(['account', 'common']);
  return (
    <p>
      {t('signUp.haveAccount')}{' '}
      <Button variant="ghost" size="s" onPress={() => void signIn({ returnTo: '/' })}>
        {t('founded.signIn')}
      </Button>
    </p>
  );
}
