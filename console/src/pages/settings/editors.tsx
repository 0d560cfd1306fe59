import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationOf, parseDuration, periodOf, UNITS, type Unit } from '@/lib/duration';
import { Choices, Select, TextField } from '@/ui';
import css from './Settings.module.css';

interface EditorProps {
  title: string;
  value: string;
  /** An empty text where what was entered is nothing that can be sent. */
  onChange: (value: string) => void;
  isDisabled: boolean;
}

export function ChoiceEditor({
  title,
  value,
  onChange,
  isDisabled,
  choices,
}: EditorProps & { choices: readonly string[] }) {
  const { t, i18n } = useTranslation('settings');
  const words = (key: string) =>
    i18n.exists(`settings:choices.${key}`) ? t(`choices.${key}` as 'choices.own') : '';
  return (
    <Choices
      label={title}
      hideLabel
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      choices={choices.map((id) => ({ id, label: words(id) || id, description: words(`${id}Text`) }))}
    />
  );
}

export function DurationEditor({ title, value, onChange, isDisabled }: EditorProps) {
  const { t } = useTranslation('settings');
  const [shown, setShown] = useState(() => {
    const parsed = parseDuration(value) ?? { amount: 0, unit: 'hours' as Unit };
    return { text: String(parsed.amount), unit: parsed.unit };
  });
  const change = (text: string, unit: Unit) => {
    setShown({ text, unit });
    onChange(/^\d+$/.test(text) ? durationOf({ amount: Number(text), unit }) : '');
  };
  return (
    <div className={css.inline} role="group" aria-label={title}>
      <div className={css.number}>
        <TextField
          label={t('duration.amount')}
          inputMode="numeric"
          value={shown.text}
          onChange={(text) => change(text.trim(), shown.unit)}
          error={value === '' ? t('duration.whole') : undefined}
          isDisabled={isDisabled}
        />
      </div>
      <div className={css.unit}>
        <Select
          label={t('duration.unit')}
          value={shown.unit}
          onChange={(unit) => change(shown.text, unit)}
          options={UNITS.map((id) => ({ id, label: t(`duration.${id}`) }))}
          isDisabled={isDisabled}
        />
      </div>
    </div>
  );
}

export function PeriodEditor({ title, value, onChange, isDisabled }: EditorProps) {
  const { t } = useTranslation('settings');
  const [text, setText] = useState(() => String(parseDuration(value)?.amount ?? ''));
  return (
    <div className={css.unit} role="group" aria-label={title}>
      <TextField
        label={t('duration.amount')}
        inputMode="numeric"
        value={text}
        onChange={(typed) => {
          setText(typed.trim());
          onChange(/^\d+$/.test(typed.trim()) ? periodOf(Number(typed)) : '');
        }}
        error={value === '' ? t('duration.whole') : undefined}
        after={t('duration.days')}
        isDisabled={isDisabled}
      />
    </div>
  );
}
