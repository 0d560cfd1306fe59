import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchFromApi } from '@/api/client';
import { ApiProblem, problemText } from '@/api/problems';
import type { OwnProvider, SignInDomain } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { useFormats } from '@/lib/format';
import { useOnceKey } from '@/lib/onceKey';
import { useSave } from '@/lib/save';
import {
  Badge,
  Button,
  Card,
  Confirm,
  CopyField,
  Form,
  FormActions,
  FormProblem,
  IconButton,
  Loaded,
  Switch,
  TextField,
  toast,
  toastProblem,
  type Tone,
} from '@/ui';
import css from './Settings.module.css';

async function send<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const reply = await fetchFromApi(path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (reply.status === 204 ? undefined : await reply.json()) as T;
}

/** The tenant's own identity provider, and the e-mail domains that it signs in. */
export function OwnProviderCards() {
  const { t } = useTranslation('settings');
  const domains = useQuery({
    queryKey: ['sign-in-domains'],
    queryFn: () => send<Page<SignInDomain>>('GET', '/api/v1/sign-in-domains').then(({ items }) => items),
  });
  const provider = useQuery({
    queryKey: ['own-provider'],
    queryFn: () =>
      send<OwnProvider>('GET', '/api/v1/identity-provider').catch((failure: unknown) => {
        if (failure instanceof ApiProblem && failure.code === 'identity-provider-not-set') return null;
        throw failure;
      }),
    // Until it is where people sign in, which takes some seconds.
    refetchInterval: ({ state }) => (state.data?.state === 'pending' && !state.data.reason ? 3000 : false),
  });
  const { error } = domains;
  const isElsewhere =
    error instanceof ApiProblem && ['not-found', 'identity-provider-not-ours'].includes(error.code);
  if (isElsewhere) {
    return (
      <Card title={t('signIn.provider')}>
        <p className={css.soft}>
          {error.code === 'not-found' ? t('signIn.unavailable') : problemText(error)}
        </p>
      </Card>
    );
  }
  return (
    <>
      <Card title={t('signIn.domains')} description={t('signIn.domainsText')}>
        <Loaded query={domains}>
          {(all) => (
            <>
              {all.length === 0 && <p className={css.soft}>{t('signIn.noDomains')}</p>}
              {all.map((domain) => (
                <DomainLine key={domain.id} domain={domain} />
              ))}
              <ClaimDomain />
            </>
          )}
        </Loaded>
      </Card>
      <Card title={t('signIn.provider')} description={t('signIn.providerText')}>
        <Loaded query={provider}>
          {(set) => (
            <ProviderForm
              key={set?.updatedAt ?? 'none'}
              provider={set}
              hasDomain={(domains.data ?? []).some(({ verified }) => verified)}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function ClaimDomain() {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const keyFor = useOnceKey();
  const [domain, setDomain] = useState('');
  const { save, isPending, errors, problem } = useSave({
    save: (body: { domain: string }) =>
      send<SignInDomain>('POST', '/api/v1/sign-in-domains', body, keyFor(body)),
    onSaved: () => {
      setDomain('');
      void queries.invalidateQueries({ queryKey: ['sign-in-domains'] });
    },
    fields: ['domain'],
  });
  return (
    <Form onSubmit={() => save({ domain: domain.trim() })}>
      <TextField
        label={t('signIn.domain')}
        description={t('signIn.domainHint')}
        value={domain}
        onChange={setDomain}
        error={errors.domain}
        after={
          <Button type="submit" isPending={isPending} isDisabled={domain.trim() === ''}>
            {t('signIn.claim')}
          </Button>
        }
      />
      <FormProblem text={problem} />
    </Form>
  );
}

function DomainLine({ domain }: { domain: SignInDomain }) {
  const { t } = useTranslation('settings');
  const { relative } = useFormats();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const path = `/api/v1/sign-in-domains/${domain.id}`;
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['sign-in-domains'] });
    void queries.invalidateQueries({ queryKey: ['own-provider'] });
  };
  const verify = useMutation({
    mutationFn: () => send<SignInDomain>('POST', `${path}/verify`),
    onSuccess: () => {
      refresh();
      toast(t('signIn.verifiedNow', { domain: domain.domain }), { tone: 'success' });
    },
  });
  const remove = useMutation({
    mutationFn: () => send('DELETE', path),
    onSuccess: () => {
      setAsking(false);
      refresh();
    },
    onError: toastProblem,
  });
  return (
    <div className={css.stack}>
      <div className={css.danger}>
        <span className={css.head}>
          <strong dir="ltr">{domain.domain}</strong>
          {domain.verified && domain.verifiedAt ? (
            <Badge tone="success">{t('signIn.verified', { when: relative(domain.verifiedAt) })}</Badge>
          ) : (
            <Badge tone="warning">{t('signIn.unverified')}</Badge>
          )}
        </span>
        <IconButton
          label={t('signIn.remove', { domain: domain.domain })}
          icon={<Trash2 size={17} />}
          onPress={() => setAsking(true)}
        />
      </div>
      {!domain.verified && (
        <>
          <p className={css.small}>{t('signIn.record', { domain: domain.domain })}</p>
          <CopyField label={t('signIn.recordType')} value={domain.dnsRecord.type} />
          <CopyField label={t('signIn.recordName')} value={domain.dnsRecord.name} />
          <CopyField label={t('signIn.recordValue')} value={domain.dnsRecord.value} />
          <FormProblem text={verify.error ? problemText(verify.error) : undefined} />
          <div>
            <Button isPending={verify.isPending} onPress={() => verify.mutate()}>
              {t('signIn.verify')}
            </Button>
          </div>
        </>
      )}
      <Confirm
        title={t('signIn.removeTitle', { domain: domain.domain })}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
        confirmLabel={t('signIn.removeConfirm')}
        isPending={remove.isPending}
        danger
      >
        <p>{t('signIn.removeText')}</p>
      </Confirm>
    </div>
  );
}

const TONES: Record<OwnProvider['state'], Tone> = { pending: 'info', active: 'success', failed: 'danger' };

function ProviderForm({ provider, hasDomain }: { provider: OwnProvider | null; hasDomain: boolean }) {
  const { t, i18n } = useTranslation('settings');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [form, setForm] = useState({
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    enabled: provider?.enabled ?? true,
    required: provider?.required ?? false,
  });
  const set = (field: keyof typeof form) => (value: string | boolean) =>
    setForm((now) => ({ ...now, [field]: value }));
  const refresh = () => void queries.invalidateQueries({ queryKey: ['own-provider'] });
  const { save, isPending, errors, problem } = useSave({
    save: ({ clientSecret, ...rest }: typeof form) =>
      send<OwnProvider>('PUT', '/api/v1/identity-provider', {
        ...rest,
        issuer: rest.issuer.trim(),
        clientId: rest.clientId.trim(),
        ...(clientSecret !== '' && { clientSecret }),
      }),
    onSaved: () => {
      refresh();
      toast(t('signIn.savedText'), { tone: 'success' });
    },
    fields: ['issuer', 'clientId', 'clientSecret'],
  });
  const remove = useMutation({
    mutationFn: () => send('DELETE', '/api/v1/identity-provider'),
    onSuccess: () => {
      setAsking(false);
      refresh();
    },
    onError: toastProblem,
  });
  const reason = provider?.reason;
  const reasonKey = `settings:signIn.reasons.${reason ?? ''}`;
  return (
    <>
      {provider && (
        <div className={css.head}>
          <Badge tone={TONES[provider.state]}>{t(`signIn.state.${provider.state}`)}</Badge>
          {reason !== undefined && (
            <span className={css.small}>
              {i18n.exists(reasonKey) ? t(reasonKey as 'signIn.reasons.no-verified-domain') : reason}
            </span>
          )}
        </div>
      )}
      {provider && <CopyField label={t('signIn.redirectUri')} value={provider.redirectUri} />}
      {!provider && !hasDomain && <p className={css.small}>{t('signIn.notVerified')}</p>}
      <Form onSubmit={() => save(form)}>
        <TextField
          label={t('signIn.issuer')}
          description={t('signIn.issuerHint')}
          type="url"
          value={form.issuer}
          onChange={set('issuer')}
          error={errors.issuer}
        />
        <TextField
          label={t('signIn.clientId')}
          value={form.clientId}
          onChange={set('clientId')}
          error={errors.clientId}
          autoComplete="off"
        />
        <TextField
          label={t('signIn.clientSecret')}
          description={provider ? t('signIn.secretKept') : t('signIn.secretHint')}
          type="password"
          autoComplete="off"
          value={form.clientSecret}
          onChange={set('clientSecret')}
          error={errors.clientSecret}
        />
        <Switch isSelected={form.enabled} onChange={set('enabled')}>
          {t('signIn.enabled')}
        </Switch>
        <Switch isSelected={form.required} onChange={set('required')} description={t('signIn.mustUseText')}>
          {t('signIn.mustUse')}
        </Switch>
        <FormProblem text={problem} />
        <FormActions>
          <Button variant="primary" type="submit" isPending={isPending}>
            {provider ? t('signIn.save') : t('signIn.set')}
          </Button>
          {provider && (
            <Button variant="ghost" onPress={() => setAsking(true)}>
              {t('signIn.removeProvider')}
            </Button>
          )}
        </FormActions>
      </Form>
      <Confirm
        title={t('signIn.removeProviderTitle')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
        confirmLabel={t('signIn.removeProvider')}
        isPending={remove.isPending}
        danger
      >
        <p>{t('signIn.removeProviderText')}</p>
      </Confirm>
    </>
  );
}
