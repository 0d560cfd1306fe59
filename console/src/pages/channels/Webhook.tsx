import { useTranslation } from 'react-i18next';
import { CopyField, Notice } from '@/ui';
import type { ConnectedChannel } from './channel';
import css from './Channels.module.css';

/** Whether Meta tells us what happens, and how to have it do so by hand. */
export function Webhook({ channel, verifyToken }: { channel: ConnectedChannel; verifyToken?: string }) {
  const { t } = useTranslation('channels');
  const { webhook } = channel;
  const state = webhook?.state ?? 'unknown';
  return (
    <>
      {state === 'registered' && <Notice tone="success">{t('webhook.registered')}</Notice>}
      {state === 'unknown' && <Notice tone="info">{t('webhook.unknown')}</Notice>}
      {state === 'manual' && (
        <Notice tone="warning">
          {t('webhook.manual')} {webhook?.problem}
        </Notice>
      )}
      {state === 'registered' ? (
        <details className={css.details}>
          <summary>{t('webhook.showAddress')}</summary>
          <CopyField label={t('webhook.url')} value={channel.webhookUrl} />
        </details>
      ) : (
        <ByHand channel={channel} {...(verifyToken !== undefined && { verifyToken })} />
      )}
    </>
  );
}

function ByHand({ channel, verifyToken }: { channel: ConnectedChannel; verifyToken?: string }) {
  const { t } = useTranslation('channels');
  return (
    <div className={css.byHand}>
      <p>{t('webhook.byHand')}</p>
      <ol className={css.steps}>
        <li>{t('webhook.step1')}</li>
        <li>
          <p>{t('webhook.step2')}</p>
          <CopyField label={t('webhook.url')} value={channel.webhookUrl} />
        </li>
        <li>
          {verifyToken === undefined ? (
            <p>{t('webhook.step3Unknown')}</p>
          ) : (
            <>
              <p>{t('webhook.step3')}</p>
              <CopyField label={t('secrets.verifyToken')} value={verifyToken} />
            </>
          )}
        </li>
        <li>
          {t('webhook.step4')} <code>messages</code>
        </li>
      </ol>
    </div>
  );
}
