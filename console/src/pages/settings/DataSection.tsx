import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api, fetchFromApi } from '@/api/client';
import { problemText } from '@/api/problems';
import type { Subscription } from '@/api/tenancy';
import { usePerson } from '@/app/me';
import { dayIn } from '@/lib/dayRange';
import { isComplete, readAll, saveFile } from '@/lib/download';
import { useFormats } from '@/lib/format';
import { Button, Card, Entry, Rows, toast, toastProblem, TypeToConfirm } from '@/ui';
import css from './Settings.module.css';

const SERVICES = ['tenant', 'contact', 'messaging'] as const;
type Service = (typeof SERVICES)[number];

/** Takes everything out, and ends it. */
export function DataSection() {
  const { t } = useTranslation('settings');
  const { may } = usePerson();
  return (
    <>
      <Card title={t('data.title')} description={t('data.description')}>
        {may('tenant:export') ? (
          <Rows label={t('data.title')}>
            {SERVICES.map((service) => (
              <Export key={service} service={service} />
            ))}
          </Rows>
        ) : (
          <p className={css.soft}>{t('data.ownerOnly')}</p>
        )}
      </Card>
      {may('ownership:transfer') && <Ending />}
    </>
  );
}

function Export({ service }: { service: Service }) {
  const { t } = useTranslation('settings');
  const { tenant } = usePerson();
  const { bytes } = useFormats();
  const [taken, setTaken] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const take = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setProblem(undefined);
    setTaken(0);
    try {
      const reply = await fetchFromApi(`/api/v1/tenant-exports/${service}`, {
        headers: { Accept: 'application/x-ndjson' },
        signal: controller.signal,
      });
      const file = await readAll(reply, setTaken);
      if (!(await isComplete(file))) {
        setProblem(t('data.incomplete'));
        return;
      }
      const name = `${tenant.slug}-${service}-${dayIn(tenant.timezone)}.ndjson`;
      saveFile(file, name);
      toast(t('data.done', { file: name }), { tone: 'success' });
    } catch (failure) {
      setProblem(controller.signal.aborted ? t('data.stopped') : problemText(failure));
    } finally {
      setTaken(undefined);
    }
  };
  return (
    <Entry
      title={t(`data.service.${service}`)}
      below={taken === undefined ? problem : t('data.taking', { size: bytes(taken) })}
      actions={
        taken === undefined ? (
          <Button icon={<Download size={16} />} onPress={() => void take()}>
            {t('data.take')}
          </Button>
        ) : (
          <Button icon={<Square size={14} />} onPress={() => stop.current?.abort()}>
            {t('data.stop')}
          </Button>
        )
      }
    />
  );
}

function Ending() {
  const { t } = useTranslation('settings');
  const { tenant } = usePerson();
  const { date } = useFormats();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const subscription = useQuery({
    queryKey: ['subscription'],
    queryFn: () => answer<Subscription>(api.GET('/api/v1/subscription')),
  });
  const keepIt = (now: Subscription) => queries.setQueryData(['subscription'], now);
  const cancel = useMutation({
    mutationFn: () => answer<Subscription>(api.POST('/api/v1/subscription/cancel')),
    onSuccess: (now) => {
      keepIt(now);
      setAsking(false);
      if (now.scheduled) toast(t('data.cancelled', { date: date(now.scheduled.at) }));
    },
    onError: toastProblem,
  });
  const keep = useMutation({
    mutationFn: () => answer<Subscription>(api.POST('/api/v1/subscription/keep')),
    onSuccess: (now) => {
      keepIt(now);
      toast(t('data.kept'), { tone: 'success' });
    },
    onError: toastProblem,
  });
  const { data } = subscription;
  if (!data) return null;
  const ends = data.scheduled && data.scheduled.plan === undefined ? data.scheduled.at : undefined;
  return (
    <Card title={t('data.danger')}>
      <div className={css.danger}>
        <p>{ends ? t('data.dangerScheduled', { date: date(ends) }) : t('data.dangerText')}</p>
        {ends ? (
          <Button variant="primary" isPending={keep.isPending} onPress={() => keep.mutate()}>
            {t('data.keep')}
          </Button>
        ) : (
          <Button variant="danger" onPress={() => setAsking(true)}>
            {t('data.cancel')}
          </Button>
        )}
      </div>
      {asking && (
        <TypeToConfirm
          title={t('data.cancelTitle', { tenant: tenant.name })}
          expected={tenant.name}
          label={t('data.cancelType', { tenant: tenant.name })}
          confirmLabel={t('data.cancelConfirm')}
          isPending={cancel.isPending}
          onConfirm={() => cancel.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('data.cancelText', { date: date(data.period.endsAt) })}</p>
        </TypeToConfirm>
      )}
    </Card>
  );
}
