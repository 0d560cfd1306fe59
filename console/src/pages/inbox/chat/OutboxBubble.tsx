import { Clock, FileText, Pencil, RotateCcw, Trash2, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import { useFormats } from '@/lib/format';
import { Button } from '@/ui';
import { useConnection } from '@/realtime/realtime';
import { useDesk } from '../data/desk';
import type { OutboxItem } from '../data/outbox';
import { useObjectUrl } from './media';
import bubbleCss from './MessageBubble.module.css';
import css from './OutboxBubble.module.css';
import { Wording } from './Wording';

/** What was said here and the server has not confirmed yet. */
export function OutboxBubble({ item, onEdit }: { item: OutboxItem; onEdit: (item: OutboxItem) => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const { outbox } = useDesk();
  const connection = useConnection();
  const stuck = item.state === 'refused' || item.state === 'stale';
  const text = item.note ?? item.body?.text;
  return (
    <article
      className={bubbleCss.row}
      data-ours
      data-outbox={item.state}
      aria-label={t('message.from', { name: t('message.you'), time: formats.time(item.createdAt) })}
    >
      <div className={bubbleCss.column}>
        <div
          className={`${bubbleCss.bubble} ${item.note === undefined ? '' : css.note}`}
          data-kind={item.file ? 'image' : 'text'}
        >
          {item.file && <WaitingFile item={item} />}
          {text !== undefined && <Wording text={text} />}
          <p className={bubbleCss.foot}>
            <time dateTime={item.createdAt}>{formats.time(item.createdAt)}</time>
            <Clock size={13} aria-hidden="true" />
            {item.state === 'sending' && <span className="visually-hidden">{t('outbox.sending')}</span>}
          </p>
        </div>
        {item.state === 'waiting' && connection === 'offline' && (
          <p className={css.waiting}>
            <WifiOff size={13} aria-hidden="true" /> {t('outbox.waiting')}
          </p>
        )}
        {stuck && (
          <div className={bubbleCss.trouble}>
            <p>{item.state === 'stale' ? t('outbox.stale') : (item.problem ?? t('failure.failed'))}</p>
            <Button size="s" icon={<RotateCcw size={14} />} onPress={() => outbox.again(item.key)}>
              {t('failure.retry')}
            </Button>
            {text !== undefined && (
              <Button
                size="s"
                variant="ghost"
                icon={<Pencil size={14} />}
                onPress={() => {
                  const back = outbox.takeBack(item.key);
                  if (back) onEdit(back);
                }}
              >
                {t('common:actions.edit')}
              </Button>
            )}
            <Button
              size="s"
              variant="ghost"
              icon={<Trash2 size={14} />}
              onPress={() => outbox.discard(item.key)}
            >
              {t('outbox.discard')}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}

function WaitingFile({ item }: { item: OutboxItem }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const { outbox } = useDesk();
  const [blob, setBlob] = useState<Blob>();
  const isPicture = item.file?.type.startsWith('image/') === true;
  useEffect(() => {
    let gone = false;
    if (isPicture) void outbox.file(item.key).then((found) => !gone && setBlob(found));
    return () => {
      gone = true;
    };
  }, [outbox, item.key, isPicture]);
  const url = useObjectUrl(blob);
  const { file } = item;
  if (!file) return null;
  return (
    <div className={css.file}>
      {url !== undefined ? (
        <img className={css.picture} src={url} alt={file.name} />
      ) : (
        <p className={css.name}>
          <FileText size={20} aria-hidden="true" /> {file.name} · {formats.bytes(file.size)}
        </p>
      )}
      {item.state === 'sending' && (
        <ProgressBar
          className={css.progress ?? ''}
          aria-label={t('outbox.uploading', { name: file.name })}
          value={(file.progress ?? 0) * 100}
        >
          {({ percentage }) => <span className={css.bar} style={{ width: `${percentage ?? 0}%` }} />}
        </ProgressBar>
      )}
    </div>
  );
}
