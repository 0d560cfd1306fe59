import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/i18n';
import { formats, useFormats } from '@/lib/format';
import { countryName, languageName } from '@/lib/places';
import { Card } from '@/ui';
import css from './cards.module.css';
import type { Contact, ContactLocation } from './contact';
import { attributeText } from './edit';

export function Details({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const { locale } = useLocale();
  const shown = useFormats();
  const attributes = Object.entries(contact.attributes);
  return (
    <Card title={t('details.title')}>
      {contact.tags.length > 0 && (
        <ul className={css.tags} aria-label={t('fields.tags')}>
          {contact.tags.map((tag) => (
            <li key={tag}>
              <Link to="/contacts" search={{ tags: [tag] }} className={css.tag ?? ''}>
                <bdi>{tag}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <dl className={css.details}>
        {contact.language && (
          <>
            <dt>{t('fields.language')}</dt>
            <dd>{languageName(contact.language, locale)}</dd>
          </>
        )}
        {contact.timezone && (
          <>
            <dt>{t('fields.timezone')}</dt>
            <dd>
              {contact.timezone.replaceAll('_', ' ')}{' '}
              <span className={css.faint}>
                {t('details.timeThere', { time: timeIn(contact.timezone, locale) })}
              </span>
            </dd>
          </>
        )}
        {contact.location && (
          <>
            <dt>{t('details.place')}</dt>
            <dd>
              <bdi>{placeText(contact.location, locale)}</bdi>
            </dd>
          </>
        )}
        {attributes.map(([key, value]) => (
          <Attribute key={key} name={key} value={attributeText(value)} />
        ))}
        <dt>{t('details.wrote')}</dt>
        <dd>
          {contact.lastInteractionAt
            ? t('details.wroteTimes', {
                count: contact.interactionCount,
                when: shown.dateTime(contact.lastInteractionAt),
              })
            : t('list.never')}
        </dd>
        <dt>{t('details.since')}</dt>
        <dd>{shown.date(contact.createdAt)}</dd>
      </dl>
    </Card>
  );
}

function Attribute({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}

/** What time it is there now: whether it is a good moment to write. */
function timeIn(timeZone: string, locale: string): string {
  try {
    return formats({ locale, timeZone, today: '', yesterday: '' }).time(new Date());
  } catch {
    return '–';
  }
}

function placeText({ address, city, region, country, latitude, longitude }: ContactLocation, locale: string) {
  const words = [address, city, region, country && countryName(country, locale)].filter(Boolean);
  if (words.length > 0) return words.join(', ');
  return latitude !== undefined && longitude !== undefined ? `${latitude}, ${longitude}` : '';
}
