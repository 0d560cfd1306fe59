import type { ReactNode } from 'react';
import { useTitle } from './PageFrame';
import css from './Sheet.module.css';

/** A page of its own, without the rail: for who is not signed in yet. */
export function Sheet({
  title,
  description,
  children,
  foot,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  useTitle(title);
  return (
    <main className={css.sheet}>
      <div className={css.brand}>
        <img src="/favicon.svg" alt="" width={32} height={32} />
        Tertulia
      </div>
      <div className={css.card}>
        <header className={css.words}>
          <h1 className={css.title}>{title}</h1>
          {description && <p className={css.description}>{description}</p>}
        </header>
        {children}
      </div>
      {foot && <div className={css.foot}>{foot}</div>}
    </main>
  );
}
