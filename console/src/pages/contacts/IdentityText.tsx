import { useLocale } from '@/i18n';
import { showPhone } from '@/lib/phone';
import { countryName } from '@/lib/places';
import { isPhoneKind, type ContactIdentity } from './contact';
import css from './IdentityText.module.css';

/** A number as its country writes it, with the country; other addresses as they are. */
export function IdentityText({ identity }: { identity: Pick<ContactIdentity, 'kind' | 'address'> }) {
  const { locale } = useLocale();
  if (!isPhoneKind(identity.kind)) return <bdi>{identity.address}</bdi>;
  const { national, country, international } = showPhone(identity.address);
  return (
    <span className={css.phone} title={international}>
      <bdi dir="ltr">{national}</bdi>
      {country && <span className={css.country}>{countryName(country, locale)}</span>}
    </span>
  );
}
