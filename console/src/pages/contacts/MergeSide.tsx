import { useTranslation } from 'react-i18next';
import { useLocale } from '@/i18n';
import { useFormats } from '@/lib/format';
import { languageName } from '@/lib/places';
import { Avatar, Badge } from '@/ui';
import { contactName, type Contact } from './contact';
import { attributeText } from './edit';
import { IdentityText } from './IdentityText';
import css from './MergeContacts.module.css';

/** One of two that are to be made one. */
export function MergeSide({ contact, survives }: { contact: Contact; survives: boolean }) {
  const { t } = useTranslation('contacts');
  const { locale } = useLocale();
  const formats = useFormats();
  return (
    <>
      <span className={css.head}>
        <span className={css.dot} aria-hidden="true" />
        <Badge tone={survives ? 'success' : 'neutral'}>{t(survives ? 'merge.remains' : 'merge.goes')}</Badge>
      </span>
      <span className={css.who}>
        <Avatar id={contact.id} name={contact.name ?? ''} size={40} />
        <bdi className={css.name}>{contactName(contact, t('nameless'))}</bdi>
      </span>
      <span className={css.facts}>
        {contact.identities.map((identity) => (
          <span key={identity.id} className={css.fact}>
            <IdentityText identity={identity} />
            <span className={css.hint}>
              {t(`kinds.${identity.kind}` as 'kinds.phone', { defaultValue: identity.kind })}
            </span>
          </span>
        ))}
        {contact.language && <span>{languageName(contact.language, locale)}</span>}
        {contact.timezone && <span>{contact.timezone.replaceAll('_', ' ')}</span>}
        {contact.tags.length > 0 && <bdi>{contact.tags.join(', ')}</bdi>}
        {Object.entries(contact.attributes).map(([key, value]) => (
          <bdi key={key}>
            {key}: {attributeText(value)}
          </bdi>
        ))}
        <span className={css.hint}>
          {contact.lastInteractionAt
            ? t('details.wroteTimes', {
                count: contact.interactionCount,
                when: formats.date(contact.lastInteractionAt),
              })
            : t('list.never')}
        </span>
      </span>
    </>
  );
}
