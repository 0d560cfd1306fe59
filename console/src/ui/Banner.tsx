import type { ReactNode } from 'react';
import type { Tone } from './Badge';
import css from './Banner.module.css';

/** Something that holds until it is mended; `actions` says how. */
export function Banner({
  tone = 'info',
  icon,
  children,
  actions,
}: {
  tone?: Exclude<Tone, 'accent'>;
  icon?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`${css.banner} ${css[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      {icon}
      <div className={css.text}>{children}</div>
      {actions}
    </div>
  );
}
