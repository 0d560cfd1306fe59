import { ExternalLink, MapPin, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@/api/types';
import {
  card,
  formFields,
  list,
  mapLink,
  number,
  pressable,
  renderedTemplate,
  words,
  type Pressable,
} from './content';
import { Media } from './Media';
import css from './MessageContent.module.css';
import { Outside, Wording } from './Wording';

/** What a message says, by its kind. */
export function MessageContent({ message }: { message: Message }) {
  const { t } = useTranslation('inbox');
  if (message.deletedAt !== undefined) return <p className={css.quiet}>{t('message.deleted')}</p>;
  const { kind, text } = message;
  switch (kind) {
    case 'text':
      return <Wording text={text ?? ''} />;
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return (
        <>
          {message.attachments.map((attachment) => (
            <Media key={attachment.id} attachment={attachment} kind={kind} />
          ))}
          {text !== undefined && <Wording text={text} />}
        </>
      );
    case 'location':
      return <Place location={message.location} />;
    case 'contacts':
      return <Cards contacts={message.contacts ?? []} />;
    case 'template':
      return <Template message={message} />;
    case 'interactive':
      return <Interactive message={message} />;
    default:
      return (
        <>
          {text !== undefined && <Wording text={text} />}
          <p className={css.quiet}>{t('message.unsupported')}</p>
        </>
      );
  }
}

function Template({ message }: { message: Message }) {
  const { t } = useTranslation('inbox');
  const rendered = renderedTemplate(message.template);
  if (rendered) return <Pressed shown={{ ...rendered, body: rendered.body ?? message.text ?? '' }} />;
  return (
    <>
      {message.text !== undefined && <Wording text={message.text} />}
      <p className={css.quiet}>{t('message.template', { name: words(message.template, 'name') ?? '' })}</p>
    </>
  );
}

function Interactive({ message }: { message: Message }) {
  const { t } = useTranslation('inbox');
  const shown = pressable(message.interactive);
  if (shown) return <Pressed shown={{ ...shown, body: shown.body ?? message.text ?? '' }} />;
  const fields = formFields(message.interactive);
  const description = words(message.interactive, 'description');
  const order = message.extra?.order;
  return (
    <>
      <p className={css.chose}>{fields.length > 0 ? t('message.filledIn') : t('message.chose')}</p>
      <Wording text={message.text ?? words(message.interactive, 'title') ?? ''} />
      {description !== undefined && <p className={css.quiet}>{description}</p>}
      {fields.length > 0 && (
        <dl className={css.fields}>
          {fields.map(([name, value]) => (
            <div key={name}>
              <dt dir="auto">{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {order !== undefined && (
        <ul className={css.fields}>
          {[...list(order, 'items'), ...list(order, 'product_items')].map((item, at) => (
            <li key={at} dir="auto">
              {number(item, 'quantity') ?? 1} ×{' '}
              {words(item, 'productId') ?? words(item, 'product_retailer_id') ?? '?'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** With its buttons as they look to the customer. Nothing happens here when they are pressed. */
function Pressed({ shown }: { shown: Pressable }) {
  return (
    <div className={css.pressed}>
      {shown.header !== undefined && (
        <p className={css.head} dir="auto">
          {shown.header}
        </p>
      )}
      {shown.body !== undefined && <Wording text={shown.body} />}
      {shown.footer !== undefined && (
        <p className={css.quiet} dir="auto">
          {shown.footer}
        </p>
      )}
      {shown.opens !== undefined && <p className={css.choice}>☰ {shown.opens}</p>}
      {shown.choices.length > 0 && (
        <ul className={css.choices}>
          {shown.choices.map((choice, at) => (
            <li key={at} className={css.choice} dir="auto">
              {choice.text}
              {choice.description !== undefined && <span className={css.detail}>{choice.description}</span>}
              {choice.target !== undefined && <span className={css.detail}>{choice.target}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Place({ location }: { location: unknown }) {
  const { t } = useTranslation('inbox');
  const latitude = number(location, 'latitude');
  const longitude = number(location, 'longitude');
  const name = words(location, 'name');
  const address = words(location, 'address');
  return (
    <div className={css.place}>
      <MapPin size={22} aria-hidden="true" />
      <div>
        <p className={css.head} dir="auto">
          {name ?? t('message.location')}
        </p>
        {address !== undefined && <p dir="auto">{address}</p>}
        {latitude !== undefined && longitude !== undefined && (
          <p className={css.quiet}>
            {latitude.toFixed(5)}, {longitude.toFixed(5)} ·{' '}
            <Outside href={mapLink(latitude, longitude)} text={t('message.openMap')} />{' '}
            <ExternalLink size={12} aria-hidden="true" />
          </p>
        )}
      </div>
    </div>
  );
}

function Cards({ contacts }: { contacts: readonly unknown[] }) {
  const { t } = useTranslation('inbox');
  return (
    <ul className={css.cards}>
      {contacts.map((contact, at) => {
        const { name, company, phones, emails } = card(contact);
        return (
          <li key={at} className={css.place}>
            <UserRound size={22} aria-hidden="true" />
            <div>
              <p className={css.head} dir="auto">
                {name ?? t('message.card')}
              </p>
              {company !== undefined && <p dir="auto">{company}</p>}
              {[...phones, ...emails].map((line) => (
                <p key={line} className={css.line} dir="auto">
                  {line}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
