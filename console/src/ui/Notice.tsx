import type { ComponentProps } from 'react';
import { Banner } from './Banner';
import css from './Notice.module.css';

/** A banner within a form or a card. */
export function Notice(props: ComponentProps<typeof Banner>) {
  return (
    <div className={css.notice}>
      <Banner {...props} />
    </div>
  );
}
