import type { ReactNode } from 'react';
import css from './Rows.module.css';

/** A list on a surface. Give what is pressed in a row the class `rowLink`, where the whole row leads somewhere. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={css.rows} aria-label={label}>
      {children}
    </ul>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <li className={css.row}>{children}</li>;
}

export const rowLink = css.link ?? '';

/** In place of rows that are on their way. */
export function RowsLoading({ label, count = 6 }: { label: string; count?: number }) {
  return (
    <div className={css.rows} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={`${css.row} ${css.waiting}`} aria-hidden="true">
          <span className={css.round} />
          <span className={css.bars}>
            <span className={css.bar} />
            <span className={css.bar} />
          </span>
        </div>
      ))}
    </div>
  );
}
