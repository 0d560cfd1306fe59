import { Copy, ExternalLink, FileText, Image, MapPin, Phone, Reply, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fill } from '../inbox/chat/templates';
import { Wording } from '../inbox/chat/Wording';
import type { Template, TemplateButton } from '../inbox/data/queries';
import css from './TemplatePreview.module.css';

const MEDIA = { image: Image, video: Video, document: FileText, location: MapPin };

/** A template as the customer sees it; holes that nothing fills yet stay as they are. */
export function TemplatePreview({
  template,
  values = {},
}: {
  template: Template;
  values?: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('templates');
  const { header, body, footer, buttons } = template;
  const format = header?.format as keyof typeof MEDIA | undefined;
  const Media = format && MEDIA[format];
  return (
    <div className={css.chat} role="group" aria-label={t('preview')}>
      <div className={css.bubble}>
        {Media && (
          <div className={css.media}>
            <Media size={28} aria-hidden="true" />
            {t(`header.${format}`)}
          </div>
        )}
        {header?.text && (
          <p className={css.header} dir="auto">
            {fill(header.text, 'header', values)}
          </p>
        )}
        <Wording text={fill(body.text, 'body', values)} />
        {footer && (
          <p className={css.footer} dir="auto">
            {footer.text}
          </p>
        )}
        {buttons.length > 0 && (
          <ul className={css.buttons}>
            {buttons.map((button, index) => (
              <li key={index} className={css.button}>
                <ButtonIcon button={button} />
                <bdi>{button.text ?? button.type}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function ButtonIcon({ button }: { button: TemplateButton }) {
  switch (button.type) {
    case 'url':
      return <ExternalLink size={15} aria-hidden="true" />;
    case 'phone-number':
      return <Phone size={15} aria-hidden="true" />;
    case 'copy-code':
      return <Copy size={15} aria-hidden="true" />;
    default:
      return <Reply size={15} aria-hidden="true" />;
  }
}
