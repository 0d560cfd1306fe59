import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaProps,
} from 'react-aria-components';
import css from './Button.module.css';
import { Spinner } from './Spinner';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'children'> {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  size?: 's' | 'm';
  icon?: ReactNode;
  children: ReactNode;
}

/** `isPending` keeps it in place and busy, and it cannot be pressed meanwhile. */
export function Button({ variant = 'secondary', size = 'm', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${css.button} ${css[variant]} ${css[size]}`}>
      {props.isPending ? <Spinner size={16} /> : icon}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaProps, 'className' | 'children' | 'aria-label'> {
  /** What it does: its name for those who hear, its tooltip for those who see. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  icon: ReactNode;
  variant?: 'ghost' | 'primary' | 'danger';
  size?: 's' | 'm';
  isActive?: boolean;
}

export function IconButton({
  label,
  shortcut,
  icon,
  variant = 'ghost',
  size = 'm',
  isActive,
  ...props
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        aria-label={label}
        data-active={isActive || undefined}
        className={`${css.button} ${css.icon} ${css[variant]} ${css[size]}`}
      >
        {icon}
      </AriaButton>
      <Hint>
        {label}
        {shortcut && <kbd className={css.key}>{shortcut}</kbd>}
      </Hint>
    </TooltipTrigger>
  );
}

export function Hint({
  children,
  placement = 'top',
}: {
  children: ReactNode;
  placement?: 'top' | 'right' | 'bottom';
}) {
  return (
    <Tooltip className={css.tooltip ?? ''} placement={placement} offset={6}>
      {children}
    </Tooltip>
  );
}
