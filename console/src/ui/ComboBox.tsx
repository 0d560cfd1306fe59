import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Text,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import type { Option } from './Field';
import css from './Field.module.css';
import own from './ComboBox.module.css';

/** One of many, found by typing, without regard to accents and case. Emptying it chooses nothing. */
export function ComboBox({
  label,
  options,
  value,
  onChange,
  description,
  error,
  placeholder = '',
  isDisabled = false,
}: {
  label: string;
  options: readonly Option[];
  value: string | null;
  onChange: (chosen: string | null) => void;
  description?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  isDisabled?: boolean;
}) {
  return (
    <AriaComboBox
      className={css.field ?? ''}
      defaultItems={options}
      defaultSelectedKey={value}
      onSelectionChange={(key: Key | null) => onChange(key === null ? null : String(key))}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      menuTrigger="focus"
    >
      <Label className={css.label ?? ''}>{label}</Label>
      <div className={own.row}>
        <Input className={`${css.input} ${own.input}`} placeholder={placeholder} />
        <Button className={own.button ?? ''}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      {description && (
        <Text slot="description" className={css.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
      <Popover className={`${css.popover} ${own.popover}`}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 36, padding: 4 }}>
          <ListBox className={own.list ?? ''}>
            {(option: Option) => (
              <ListBoxItem className={css.option ?? ''} textValue={option.label}>
                {({ isSelected }) => (
                  <>
                    <Text slot="label" className={own.label ?? ''}>
                      {option.label}
                    </Text>
                    {isSelected && <Check size={16} aria-hidden="true" />}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </AriaComboBox>
  );
}
