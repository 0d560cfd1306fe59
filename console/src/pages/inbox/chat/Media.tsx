import { Download, FileText, ImageOff, Play, RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import type { Attachment } from '@/api/types';
import { useFormats } from '@/lib/format';
import { IconButton, Spinner, toastProblem } from '@/ui';
import { Lightbox } from './Lightbox';
import { download, safeName, useMedia } from './media';
import css from './Media.module.css';

/** A file of a message: shown where that is safe, else offered for saving. */
export function Media({ attachment, kind }: { attachment: Attachment; kind: string }) {
  const { t } = useTranslation(['inbox', 'common']);
  if (attachment.status === 'pending') {
    return (
      <div className={css.notice} role="status">
        <Spinner size={16} /> {t('media.arriving')}
      </div>
    );
  }
  if (attachment.status !== 'stored' || attachment.url === undefined) {
    return (
      <div className={css.notice}>
        <ImageOff size={16} aria-hidden="true" />
        <span>
          {t('media.unavailable')}{' '}
          {attachment.problem && <span className={css.reason}>{attachment.problem}</span>}
        </span>
      </div>
    );
  }
  const type = attachment.contentType ?? '';
  if ((kind === 'image' || kind === 'sticker') && type.startsWith('image/')) {
    return <Picture attachment={attachment} url={attachment.url} isSticker={kind === 'sticker'} />;
  }
  if (kind === 'audio' && type.startsWith('audio/'))
    return <Sound url={attachment.url} attachment={attachment} />;
  if (kind === 'video' && type.startsWith('video/'))
    return <Film url={attachment.url} attachment={attachment} />;
  return <Document attachment={attachment} url={attachment.url} />;
}

/** True from when the element has come near to being seen. */
function useNear<T extends Element>() {
  const ref = useRef<T>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || near) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setNear(true), {
      rootMargin: '400px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return [ref, near] as const;
}

function Picture({
  attachment,
  url,
  isSticker,
}: {
  attachment: Attachment;
  url: string;
  isSticker: boolean;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  const [ref, near] = useNear<HTMLDivElement>();
  const media = useMedia(url, near);
  const [isOpen, setIsOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const name = safeName(attachment.fileName, t('media.image'));
  if (broken) return <Document attachment={attachment} url={url} />;
  return (
    <div ref={ref} className={isSticker ? css.sticker : css.picture}>
      {media.isError && <Failed retry={media.retry} />}
      {media.url !== undefined ? (
        <AriaButton
          className={css.open ?? ''}
          aria-label={t('media.enlarge', { name })}
          onPress={() => setIsOpen(true)}
        >
          <img src={media.url} alt={name} onError={() => setBroken(true)} draggable={false} />
        </AriaButton>
      ) : (
        !media.isError && <Spinner />
      )}
      {media.url !== undefined && media.blob && (
        <Lightbox
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          url={media.url}
          name={name}
          onSave={() => download(url, name).catch(toastProblem)}
        />
      )}
    </div>
  );
}

const LOADED_BY_ITSELF = 1_500_000;

function Sound({ attachment, url }: { attachment: Attachment; url: string }) {
  const { t } = useTranslation(['inbox', 'common']);
  const [wanted, setWanted] = useState((attachment.sizeBytes ?? 0) < LOADED_BY_ITSELF);
  const [ref, near] = useNear<HTMLDivElement>();
  const media = useMedia(url, wanted && near);
  return (
    <div ref={ref} className={css.sound}>
      {media.isError && <Failed retry={media.retry} />}
      {media.url !== undefined ? (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- what somebody said has no captions
        <audio controls preload="metadata" src={media.url} aria-label={t('media.audio')} />
      ) : wanted ? (
        !media.isError && <Spinner size={16} />
      ) : (
        <IconButton label={t('media.play')} icon={<Play size={18} />} onPress={() => setWanted(true)} />
      )}
    </div>
  );
}

function Film({ attachment, url }: { attachment: Attachment; url: string }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const [wanted, setWanted] = useState(false);
  const media = useMedia(url, wanted);
  return (
    <div className={css.film}>
      {media.isError && <Failed retry={media.retry} />}
      {media.url !== undefined ? (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- what somebody filmed has no captions
        <video controls autoPlay src={media.url} aria-label={t('media.video')} />
      ) : wanted ? (
        !media.isError && <Spinner />
      ) : (
        <AriaButton className={css.poster ?? ''} onPress={() => setWanted(true)} aria-label={t('media.play')}>
          <Play size={28} aria-hidden="true" />
          {attachment.sizeBytes !== undefined && <span>{formats.bytes(attachment.sizeBytes)}</span>}
        </AriaButton>
      )}
    </div>
  );
}

function Document({ attachment, url }: { attachment: Attachment; url: string }) {
  const { t } = useTranslation(['inbox', 'common']);
  const formats = useFormats();
  const [isSaving, setIsSaving] = useState(false);
  const name = safeName(attachment.fileName, t('media.document'));
  const fetchIt = () => {
    setIsSaving(true);
    download(url, name)
      .catch(toastProblem)
      .finally(() => setIsSaving(false));
  };
  return (
    <AriaButton className={css.document ?? ''} onPress={fetchIt} isPending={isSaving}>
      <FileText size={24} aria-hidden="true" />
      <span className={css.file}>
        <span className={css.fileName}>{name}</span>
        {attachment.sizeBytes !== undefined && (
          <span className={css.size}>{formats.bytes(attachment.sizeBytes)}</span>
        )}
      </span>
      {isSaving ? <Spinner size={18} /> : <Download size={18} aria-hidden="true" />}
      <span className="visually-hidden">{t('media.save')}</span>
    </AriaButton>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <span className={css.notice}>
      {t('media.failed')}
      <IconButton
        size="s"
        label={t('common:actions.tryAgain')}
        icon={<RefreshCw size={14} />}
        onPress={retry}
      />
    </span>
  );
}
