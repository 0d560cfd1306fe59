import { Link } from '@tanstack/react-router';
import css from './TabNav.module.css';

export interface TabEntry {
  to: string;
  label: string;
  count?: number | undefined;
}

/** Pages of one subject, each with an address of its own. */
export function TabNav({ label, entries }: { label: string; entries: readonly TabEntry[] }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {entries.map((entry) => (
        <Link key={entry.to} to={entry.to as '/'} className={css.tab ?? ''} activeOptions={{ exact: true }}>
          {entry.label}
          {entry.count !== undefined && <span className={css.count}>{entry.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
