import { X } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import css from './TagInput.module.css';

/** Words of one's own: Enter or a comma adds what was typed, Backspace in the empty field takes the last away. */
export function TagInput({
  label,
  tags,
  onChange,
  placeholder,
  description,
  error,
  longest = 60,
  hideLabel = false,
}: {
  label: string;
  tags: readonly string[];
  onChange: (tags: string[]) => void;
  placeholder?: string;
  description?: ReactNode;
  error?: string | undefined;
  longest?: number;
  hideLabel?: boolean;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim().slice(0, longest))
      .filter((tag) => tag !== '' && !tags.includes(tag));
    setTyped('');
    if (fresh.length > 0) onChange([...tags, ...new Set(fresh)]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      add(typed);
    }
    if (event.key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1));
  };
  return (
    <TextField
      className={css.field ?? ''}
      value={typed}
      onChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
      onBlur={() => add(typed)}
      isInvalid={error !== undefined}
    >
      <Label className={hideLabel ? 'visually-hidden' : css.label}>{label}</Label>
      <div className={css.box}>
        {tags.map((tag) => (
          <span key={tag} className={css.tag}>
            <bdi className={css.word}>{tag}</bdi>
            <Button
              className={css.remove ?? ''}
              aria-label={t('actions.removeNamed', { name: tag })}
              onPress={() => onChange(tags.filter((one) => one !== tag))}
            >
              <X size={12} aria-hidden="true" />
            </Button>
          </span>
        ))}
        <Input
          className={css.input ?? ''}
          placeholder={tags.length === 0 ? (placeholder ?? '') : ''}
          onKeyDown={press}
          dir="auto"
        />
      </div>
      {(error ?? description) && (
        <p className={error === undefined ? css.description : css.error}>{error ?? description}</p>
      )}
    </TextField>
  );
}
