import { Search, X } from 'lucide-react';
import { Button, Input, Label, SearchField as AriaSearch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import css from './SearchField.module.css';

/** Finds while one types; Escape empties it. The caller waits with asking until typing pauses. */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  autoFocus = false,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <AriaSearch
      className={css.search ?? ''}
      value={value}
      onChange={onChange}
      maxLength={200}

      autoFocus={autoFocus}
    >
      <Label className="visually-hidden">{label}</Label>
      <Search className={css.icon} size={16} aria-hidden="true" />
      <Input className={css.input ?? ''} placeholder={placeholder ?? label} dir="auto" />
      {value !== '' && (
        <Button className={css.clear ?? ''} aria-label={t('actions.clear')}>
          <X size={14} aria-hidden="true" />
        </Button>
      )}
    </AriaSearch>
  );
}
