import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '@/api/tenancy';
import { useFormats, useFormatsOfTenant } from '@/lib/format';
import { Badge, Dialog, Facts } from '@/ui';
import css from './Audit.module.css';
import { changesOf, valueText } from './entry';
import { useSentences } from './sentences';

/** All that is known of one entry. */
export function EntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormatsOfTenant();
  const { number } = useFormats();
  const { sentence, field, value } = useSentences();
  const changes = changesOf(entry);
  return (
    <Dialog title={t('entry.title', { number: number(entry.sequence) })} isOpen onClose={onClose} size="l">
      <p className={css.sentence} dir="auto">
        {sentence(entry)}
      </p>
      {changes.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
        <div className={css.scroll} tabIndex={0} role="region" aria-label={t('entry.changes')}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('entry.field')}</th>
                <th scope="col">{t('entry.before')}</th>
                <th scope="col">{t('entry.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ field: name, before, after }) => (
                <tr key={name}>
                  <th scope="row">{field(name)}</th>
                  <td>
                    <Value text={value(valueText(before))} />
                  </td>
                  <td>
                    <Value text={value(valueText(after))} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Facts
        facts={[
          [t('entry.happened'), dateTime(entry.happenedAt)],
          [t('entry.recorded'), dateTime(entry.recordedAt)],
          [t('entry.ip'), entry.ip],
          [t('entry.userAgent'), entry.userAgent],
          [t('entry.request'), entry.requestId && <code>{entry.requestId}</code>],
          [t('entry.service'), entry.service],
          [
            t('entry.thing'),
            <Link
              key="thing"
              to="/audit"
              search={{ resourceType: entry.resource.type, resourceId: entry.resource.id }}
              onClick={onClose}
            >
              {t('entry.allOfThing')}
            </Link>,
          ],
          [t('entry.hash'), <code key="hash">{entry.hash}</code>],
        ]}
      />
    </Dialog>
  );
}

function Value({ text }: { text: string }) {
  const { t } = useTranslation('audit');
  if (text === '[redacted]') return <Badge>{t('entry.redacted')}</Badge>;
  return <span dir="auto">{text}</span>;
}
