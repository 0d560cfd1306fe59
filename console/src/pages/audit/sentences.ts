import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/tenancy';
import { isOneself, nameOf } from './entry';

export interface Sentences {
  /** Who did what to which thing. */
  sentence: (entry: AuditEntry) => string;
  thingType: (type: string) => string;
  field: (name: string) => string;
  /** A value that is a word of the API, in the reader's language. */
  value: (text: string) => string;
}

/** Entries in the reader's language, from their fields: the API's own sentence is English. */
export function useSentences(): Sentences {
  const { t, i18n } = useTranslation(['audit', 'common']);
  const word = (key: string, other: string) => (i18n.exists(key) ? t(key as 'audit:title') : other);
  const spaced = (text: string) => text.replaceAll(/[-_]/g, ' ');
  const who = ({ actor, role }: AuditEntry) => {
    if (actor.type === 'system') return t('who.system');
    if (actor.type === 'api-key') return t('who.key', { name: actor.name ?? '' });
    const name = actor.name ?? t('who.somebody');
    return role ? t('who.as', { name, role: word(`common:roles.${role}`, role) }) : name;
  };
  return {
    sentence: (entry) => {
      const { action, resource } = entry;
      const verb = word(`audit:verbs.${action}`, spaced(action));
      if (isOneself(entry)) return `${who(entry)} ${verb}`;
      const type = word(`audit:things.${resource.type}`, spaced(resource.type));
      const name = nameOf(entry);
      return `${who(entry)} ${verb} ${type}${name === undefined ? '' : ` ${t('named', { name })}`}`;
    },
    thingType: (type) => word(`audit:types.${type}`, spaced(type)),
    field: (name) => word(`audit:fields.${name}`, name),
    value: (text) =>
      text === 'true' ? t('yes') : text === 'false' ? t('no') : word(`common:roles.${text}`, text),
  };
}
