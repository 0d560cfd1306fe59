import { Check, Search } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
  Text,
  useFilter,
  type Key,
  type Selection,
} from 'react-aria-components';
import css from './Picker.module.css';

export interface PickerOption {
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
}

/** A button (`trigger`) that opens a list to search and choose from: one, or several with a mark at each. */
export function Picker({
  label,
  trigger,
  options,
  selected,
  onSelect,
  multiple = false,
  empty,
  placement = 'bottom end',
}: {
  label: string;
  trigger: ReactElement;
  options: readonly PickerOption[];
  selected: readonly string[];
  onSelect: (selected: readonly string[]) => void;
  multiple?: boolean;
  empty: string;
  placement?: 'bottom end' | 'bottom start' | 'left top';
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <DialogTrigger>
      {trigger}
      <Popover className={css.popover ?? ''} placement={placement} offset={6}>
        <Dialog className={css.dialog ?? ''} aria-label={label}>
          {({ close }) => (
            <Autocomplete filter={contains}>
              <SearchField className={css.search ?? ''} aria-label={label} autoFocus>
                <Search size={16} aria-hidden="true" />
                <Input className={css.input ?? ''} placeholder={label} />
              </SearchField>
              <Menu
                className={css.menu ?? ''}
                aria-label={label}
                items={options}
                selectionMode={multiple ? 'multiple' : 'single'}
                selectedKeys={selected}
                onSelectionChange={(chosen: Selection) => {
                  if (chosen === 'all') return;
                  onSelect([...chosen].map((key: Key) => String(key)));
                  if (!multiple) close();
                }}
                renderEmptyState={() => <p className={css.empty}>{empty}</p>}
              >
                {(option: PickerOption) => (
                  <MenuItem className={css.item ?? ''} textValue={option.label}>
                    {({ isSelected }) => (
                      <>
                        {option.icon}
                        <span className={css.words}>
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
                  </MenuItem>
                )}
              </Menu>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
