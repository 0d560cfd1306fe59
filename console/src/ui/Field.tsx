import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  Text,
  TextArea,
  TextField as AriaTextField,
  type Key,
  type SwitchProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import css from './Field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  description?: ReactNode;
  /** Said under the field, which is then invalid: the `message` of a field of a problem, for instance. */
  error?: string | undefined;
  /** More than one line. */
  rows?: number;
  placeholder?: string;
  /** Ends the row, such as a unit. */
  after?: ReactNode;
  /** For those who see, the label is elsewhere. */
  hideLabel?: boolean;
}

export function TextField({
  label,
  description,
  error,
  rows,
  placeholder = '',
  after,
  hideLabel,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      className={css.field ?? ''}
      isInvalid={error !== undefined || props.isInvalid === true}
    >
      <Label className={hideLabel ? 'visually-hidden' : css.label}>{label}</Label>
      <div className={css.row}>
        {rows ? (
          <TextArea className={`${css.input} ${css.area}`} rows={rows} placeholder={placeholder} />
        ) : (
          <Input className={css.input ?? ''} placeholder={placeholder} />
        )}
        {after}
      </div>
      {description && (
        <Text slot="description" className={css.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

export interface Option<K extends string = string> {
  id: K;
  label: string;
  description?: string;
  icon?: ReactNode;
}

export interface SelectProps<K extends string> {
  label: string;
  options: readonly Option<K>[];
  value: K | null;
  onChange: (chosen: K) => void;
  description?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  hideLabel?: boolean;
  isDisabled?: boolean;
  name?: string;
}

/** One of some. For many that are searched, see Picker. */
export function Select<K extends string>({
  label,
  options,
  value,
  onChange,
  description,
  error,
  placeholder,
  hideLabel,
  ...props
}: SelectProps<K>) {
  return (
    <AriaSelect
      {...props}
      className={css.field ?? ''}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(key as K)}
      isInvalid={error !== undefined}
      {...(placeholder !== undefined && { placeholder })}
    >
      <Label className={hideLabel ? 'visually-hidden' : css.label}>{label}</Label>
      <Button className={`${css.input} ${css.select}`}>
        <SelectValue className={css.value ?? ''} />
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      {description && (
        <Text slot="description" className={css.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
      <Popover className={css.popover ?? ''}>
        <ListBox className={css.list ?? ''} items={options}>
          {(option: Option<K>) => (
            <ListBoxItem className={css.option ?? ''} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  {option.icon}
                  <span className={css.optionText}>
                    <Text slot="label">{option.label}</Text>
                    {option.description && (
                      <Text slot="description" className={css.description ?? ''}>
                        {option.description}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Check size={16} aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function Switch({
  children,
  description,
  ...props
}: Omit<SwitchProps, 'className' | 'children'> & { children: ReactNode; description?: ReactNode }) {
  return (
    <AriaSwitch {...props} className={css.switch ?? ''}>
      <span className={css.track} />
      <span className={css.optionText}>
        {children}
        {description && <span className={css.description}>{description}</span>}
      </span>
    </AriaSwitch>
  );
}

export function Checkbox({
  children,
  isSelected,
  onChange,
  isDisabled = false,
}: {
  children: ReactNode;
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox
      className={css.checkbox ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <span className={css.box}>
        <Check size={14} strokeWidth={3} aria-hidden="true" />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
