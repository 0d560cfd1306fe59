import { useEffect, type ReactNode } from 'react';
import css from './PageFrame.module.css';

/** A page that scrolls, with its title and what can be done on it. */
export function PageFrame({
  title,
  description,
  actions,
  children,
  wide = false,
  above,
}: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
  /** Stands above the title: what leads back. */
  above?: ReactNode;
}) {
  useTitle(title);
  return (
    <div className={css.page}>
      <div className={`${css.column} ${wide ? css.wide : ''}`}>
        {above}
        <header className={css.header}>
          <div className={css.words}>
            <h1 className={css.title}>{title}</h1>
            {description && <p className={css.description}>{description}</p>}
          </div>
          {actions && <div className={css.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

/** A part of a page on a surface of its own. */
export function Card({
  title,
  description,
  actions,
  children,
}: {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className={css.card}>
      {(title ?? actions) && (
        <header className={css.cardHeader}>
          <div className={css.words}>
            {title && <h2 className={css.cardTitle}>{title}</h2>}
            {description && <p className={css.description}>{description}</p>}
          </div>
          {actions && <div className={css.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** Names the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Tertulia`;
  }, [title]);
}
