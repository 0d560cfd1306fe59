import { Copy, ExternalLink, FileText, Image, MapPin, Phone, Reply, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pieces, type Template, type TemplateButton } from './template';
import css from './TemplatePreview.module.css';
import { WhatsAppText } from './WhatsAppText';

const MEDIA = { image: Image, video: Video, document: FileText, location: MapPin };

/** A template as the customer sees it; holes that nothing fills yet are marked. */
export function TemplatePreview({
  template,
  values = {},
}: {
  template: Template;
  values?: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('templates');
  const { header, body, footer, buttons } = template;
  const Media = header ? MEDIA[header.format as keyof typeof MEDIA] : undefined;
  return (
    <div className={css.chat}>
      <div className={css.bubble}>
        {Media && (
          <div className={css.media}>
            <Media size={28} aria-hidden="true" />
            <span className="visually-hidden">
              {t(`header.${header?.format}` as 'header.image', { defaultValue: header?.format ?? '' })}
            </span>
          </div>
        )}
        {header?.text && (
          <p className={css.header} dir="auto">
            <Filled text={header.text} prefix="header" values={values} />
          </p>
        )}
        {body && (
          <p className={css.body} dir="auto">
            <Filled text={body.text} prefix="body" values={values} />
          </p>
        )}
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
                <bdi>{button.text}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Filled({
  text,
  prefix,
  values,
}: {
  text: string;
  prefix: string;
  values: Readonly<Record<string, string>>;
}) {
  return pieces(text, prefix, values).map((piece, index) =>
    'text' in piece ? (
      <WhatsAppText key={index} text={piece.text} />
    ) : (
      <bdi key={index} className={piece.value === undefined ? css.hole : css.filled}>
        {piece.value ?? `{{${piece.hole}}}`}
      </bdi>
    ),
  );
}

function ButtonIcon({ button }: { button: TemplateButton }) {
  const Icon = { url: ExternalLink, 'phone-number': Phone, 'copy-code': Copy }[button.type] ?? Reply;
  return <Icon size={15} aria-hidden="true" />;
}
