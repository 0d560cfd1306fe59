import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Building2, CircleAlert, CircleCheck, KeyRound, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, fieldErrors, problemText } from '@/api/problems';
import { usePerson } from '@/app/me';
import { consoleConfig } from '@/lib/config';
import { useOnceKey } from '@/lib/onceKey';
import { Button, Card, EmptyState, Form, Notice, PageFrame } from '@/ui';
import { PracticeNumber } from '../welcome/PracticeNumber';
import {
  healthOf,
  newVerifyToken,
  secretsBody,
  settingsBody,
  type ConnectedChannel,
  type Secrets,
} from './channel';
import { IdFields, SecretFields, type IdsForm } from './ChannelFields';
import { BackToChannels } from './BackToChannels';
import css from './Channels.module.css';
import { changeChannel, checkChannel, connectChannel, reloadChannels } from './queries';
import { Webhook } from './Webhook';

const STEPS = ['need', 'ids', 'secrets', 'result'] as const;
type Step = (typeof STEPS)[number];

/** Connects a WhatsApp number: what one needs, what it is called at Meta, what proves it, and whether it works. */
export function ConnectPage() {
  const { t } = useTranslation(['channels', 'common']);
  const { may } = usePerson();
  const [step, setStep] = useState<Step>('need');
  const [ids, setIds] = useState<IdsForm>({
    name: 'WhatsApp',
    phoneNumberId: '',
    businessAccountId: '',
    displayPhoneNumber: '',
  });
  const [secrets, setSecrets] = useState<Secrets>(() => ({
    accessToken: '',
    appSecret: '',
    verifyToken: newVerifyToken(),
  }));
  const connect = useConnecting();
  const { channel } = connect;
  const errors = fieldErrors(connect.error);
  const isReady =
    ids.name.trim() !== '' &&
    ids.phoneNumberId.trim() !== '' &&
    Object.values(secrets).every((value) => value.trim() !== '');
  const submit = () => {
    if (!isReady) return;
    connect.mutate(
      { ids, secrets },
      {
        onSuccess: () => setStep('result'),
        onError: (failure) => setStep(stepOf(failure)),
      },
    );
  };
  if (!may('channels:manage')) {
    return (
      <PageFrame title={t('connect.title')}>
        <EmptyState icon={<KeyRound />} title={t('connect.notAllowed')}>
          {t('connect.notAllowedText')}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('connect.title')} description={t('connect.description')} above={<BackToChannels />}>
      <div className={css.wizard}>
        <ol className={css.progress} aria-label={t('connect.steps')}>
          {STEPS.map((one) => (
            <li
              key={one}
              aria-current={one === step ? 'step' : undefined}
              data-done={STEPS.indexOf(one) < STEPS.indexOf(step) || undefined}
            >
              {t(`connect.${one}.step`)}
            </li>
          ))}
        </ol>
        {step === 'need' && (
          <>
            {consoleConfig().simulator && (
              <Card title={t('connect.practice')} description={t('connect.practiceText')}>
                <PracticeNumber />
              </Card>
            )}
            <Card title={t('connect.need.title')} description={t('connect.need.text')}>
              <Need />
              <div className={css.buttons}>
                <Button variant="primary" onPress={() => setStep('ids')}>
                  {t('connect.have')}
                </Button>
              </div>
            </Card>
          </>
        )}
        {step === 'ids' && (
          <Card title={t('connect.ids.title')} description={t('connect.ids.text')}>
            {connect.error && <Notice tone="danger">{problemText(connect.error)}</Notice>}
            <Form onSubmit={() => setStep('secrets')}>
              <IdFields form={ids} onChange={setIds} errors={errors} />
              <div className={css.buttons}>
                <Button onPress={() => setStep('need')}>{t('common:actions.back')}</Button>
                <Button
                  variant="primary"
                  type="submit"
                  isDisabled={ids.name.trim() === '' || ids.phoneNumberId.trim() === ''}
                >
                  {t('connect.next')}
                </Button>
              </div>
            </Form>
          </Card>
        )}
        {step === 'secrets' && (
          <Card title={t('connect.secrets.title')} description={t('connect.secrets.text')}>
            {connect.error && <Notice tone="danger">{problemText(connect.error)}</Notice>}
            <Form onSubmit={submit}>
              <SecretFields form={secrets} onChange={setSecrets} errors={errors} />
              <div className={css.buttons}>
                <Button onPress={() => setStep('ids')}>{t('common:actions.back')}</Button>
                <Button variant="primary" type="submit" isPending={connect.isPending} isDisabled={!isReady}>
                  {t('connect.check')}
                </Button>
              </div>
            </Form>
          </Card>
        )}
        {step === 'result' && channel && (
          <Result
            channel={channel}
            verifyToken={secrets.verifyToken}
            isChecking={connect.isPending}
            onAgain={submit}
            onIds={() => setStep('ids')}
            onSecrets={() => setStep('secrets')}
          />
        )}
      </div>
    </PageFrame>
  );
}

/** Where what was refused is entered. */
function stepOf(failure: unknown): Step {
  if (!(failure instanceof ApiProblem)) return 'secrets';
  if (failure.code === 'channel-account-taken') return 'ids';
  const [first] = failure.errors;
  return first && !first.field.startsWith('secrets') ? 'ids' : 'secrets';
}

/**
 * Connects and checks. What was connected already is changed when it comes again with other values: no second channel
 * comes into being.
 */
function useConnecting() {
  const queries = useQueryClient();
  const onceKey = useOnceKey();
  const [channel, setChannel] = useState<ConnectedChannel>();
  const connecting = useMutation({
    mutationFn: async ({ ids, secrets }: { ids: IdsForm; secrets: Secrets }) => {
      const wanted = {
        name: ids.name.trim(),
        settings: settingsBody(ids, channel?.settings),
        secrets: secretsBody(secrets),
      };
      const connected = channel
        ? await changeChannel(channel.id, wanted)
        : await connectChannel(wanted, onceKey(wanted));
      setChannel(connected);
      const checked = await checkChannel(connected.id);
      setChannel(checked);
      return checked;
    },
    onSettled: () => reloadChannels(queries),
  });
  return { ...connecting, channel };
}

function Need() {
  const { t } = useTranslation('channels');
  const places = [
    { key: 'account', Icon: Building2 },
    { key: 'number', Icon: Smartphone },
    { key: 'token', Icon: KeyRound },
  ] as const;
  return (
    <ul className={css.places}>
      {places.map(({ key, Icon }) => (
        <li key={key} className={css.place}>
          <Icon size={20} aria-hidden="true" />
          <span>
            <strong>{t(`connect.need.${key}`)}</strong>
            {t(`connect.need.${key}Text`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Result({
  channel,
  verifyToken,
  isChecking,
  onAgain,
  onIds,
  onSecrets,
}: {
  channel: ConnectedChannel;
  verifyToken: string;
  isChecking: boolean;
  onAgain: () => void;
  onIds: () => void;
  onSecrets: () => void;
}) {
  const { t } = useTranslation(['channels', 'common']);
  const health = healthOf(channel);
  const works = health === 'connected' || health === 'manual';
  return (
    <>
      <Card>
        <p className={css.result} role="status" data-well={works || undefined} data-ill={!works || undefined}>
          {works ? (
            <CircleCheck size={24} aria-hidden="true" />
          ) : (
            <CircleAlert size={24} aria-hidden="true" />
          )}
          {t(works ? 'connect.result.works' : 'connect.result.fails')}
        </p>
        {!works && (
          <>
            <Notice tone="danger">{channel.lastError ?? t('connect.result.unknown')}</Notice>
            <div className={css.buttons}>
              <Button onPress={onIds}>{t('connect.result.changeIds')}</Button>
              <Button onPress={onSecrets}>{t('connect.result.changeSecrets')}</Button>
              <Button variant="primary" isPending={isChecking} onPress={onAgain}>
                {t('check.again')}
              </Button>
            </div>
          </>
        )}
      </Card>
      {works && (
        <Card title={t('webhook.title')} description={t('webhook.description')}>
          <Webhook channel={channel} verifyToken={verifyToken} />
          <div className={css.buttons}>
            <Link to="/channels/$channelId" params={{ channelId: channel.id }}>
              {t('connect.result.toChannel')}
            </Link>
          </div>
        </Card>
      )}
    </>
  );
}
