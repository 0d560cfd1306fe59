import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import css from './CopyField.module.css';

/** A value that is needed elsewhere, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const later = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(later);
  }, [copied]);
  return (
    <div className={css.field}>
      <span className={css.label}>{label}</span>
      <div className={css.row}>
        {/* Can be reached by keyboard, since a long value scrolls. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <code className={css.value} tabIndex={0} aria-label={label}>
          {value}
        </code>
        <Button
          icon={copied ? <Check size={16} /> : <Copy size={16} />}
          aria-label={t('actions.copyNamed', { name: label })}
          onPress={() =>
            void navigator.clipboard.writeText(value).then(
              () => setCopied(true),
              // Where the clipboard is forbidden, the value is selected to be copied by hand.
              () => window.getSelection()?.selectAllChildren(document.activeElement ?? document.body),
            )
          }
        >
          {copied ? t('actions.copied') : t('actions.copy')}
        </Button>
      </div>
      <span className="visually-hidden" aria-live="polite">
        {copied ? t('actions.copied') : ''}
      </span>
    </div>
  );
}
