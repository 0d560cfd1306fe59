import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import css from './Choices.module.css';
import field from './Field.module.css';

export interface Choice<K extends string> {
  id: K;
  label: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
}

/** One of a few, each with what it means. */
export function Choices<K extends string>({
  label,
  choices,
  value,
  onChange,
  hideLabel = false,
  isDisabled = false,
}: {
  label: string;
  choices: readonly Choice<K>[];
  value: K | null;
  onChange: (chosen: K) => void;
  hideLabel?: boolean;
  isDisabled?: boolean;
}) {
  return (
    <RadioGroup
      className={css.group ?? ''}
      value={value}
      onChange={(chosen) => onChange(chosen as K)}
      isDisabled={isDisabled}
    >
      <Label className={hideLabel ? 'visually-hidden' : field.label}>{label}</Label>
      {choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          className={css.choice ?? ''}
          isDisabled={choice.isDisabled ?? false}
        >
          <span className={css.dot} aria-hidden="true" />
          <span className={css.words}>
            <span className={css.label}>{choice.label}</span>
            {choice.description && <span className={field.description}>{choice.description}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
