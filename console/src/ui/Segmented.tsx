import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import css from './Segmented.module.css';

/** One of few that all are in sight. */
export function Segmented<K extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { id: K; label: string }[];
  value: K;
  onChange: (chosen: K) => void;
}) {
  return (
    <ToggleButtonGroup
      className={css.group ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onChange(chosen as K);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={css.option ?? ''}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
