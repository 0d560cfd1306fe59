import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Keyboard,
  Menu as AriaMenu,
  MenuItem as AriaItem,
  MenuSection,
  Header,
  MenuTrigger,
  Popover,
  Text,
  type Key,
  type Selection,
} from 'react-aria-components';
import css from './Menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  description?: string;
  danger?: boolean;
  onAction?: () => void;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
  /** Makes the entries things to choose. */
  selection?: 'single' | 'multiple';
  selected?: readonly string[];
  onSelect?: (selected: readonly string[]) => void;
}

/** A button (the first child) and what it opens. */
export function Menu({
  label,
  trigger,
  groups,
  placement = 'bottom end',
}: {
  label: string;
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  placement?: 'bottom end' | 'bottom start' | 'top start' | 'top end' | 'right bottom';
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css.popover ?? ''} placement={placement} offset={6}>
        <AriaMenu className={css.menu ?? ''} aria-label={label}>
          {groups
            .filter((group) => group.entries.length > 0)
            .map((group) => (
              <MenuSection
                key={group.id}
                className={css.section ?? ''}
                aria-label={group.title ?? label}
                {...(group.selection && {
                  selectionMode: group.selection,
                  selectedKeys: group.selected ?? [],
                  onSelectionChange: (chosen: Selection) =>
                    chosen !== 'all' && group.onSelect?.([...chosen].map((key: Key) => String(key))),
                })}
              >
                {group.title && <Header className={css.title ?? ''}>{group.title}</Header>}
                {group.entries.map((entry) => (
                  <AriaItem
                    key={entry.id}
                    id={entry.id}
                    textValue={entry.label}
                    className={`${css.item} ${entry.danger ? css.danger : ''}`}
                    {...(entry.onAction && { onAction: entry.onAction })}
                  >
                    {({ isSelected, selectionMode }) => (
                      <>
                        {entry.icon && <span className={css.icon}>{entry.icon}</span>}
                        <span className={css.text}>
                          <Text slot="label">{entry.label}</Text>
                          {entry.description && (
                            <Text slot="description" className={css.description ?? ''}>
                              {entry.description}
                            </Text>
                          )}
                        </span>
                        {entry.shortcut && <Keyboard className={css.key ?? ''}>{entry.shortcut}</Keyboard>}
                        {selectionMode !== 'none' && isSelected && <Check size={16} aria-hidden="true" />}
                      </>
                    )}
                  </AriaItem>
                ))}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
