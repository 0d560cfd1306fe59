import type { ReactNode } from 'react';
import css from './Entry.module.css';
import { Row } from './Rows';

/** A row of a list as most are: who or what it is, what is known of it, what can be done. What does not fit beside goes below. */
export function Entry({
  lead,
  title,
  badges,
  below,
  meta,
  actions,
  isFaint = false,
}: {
  /** An avatar or an icon. */
  lead?: ReactNode;
  title: ReactNode;
  badges?: ReactNode;
  below?: ReactNode;
  /** What is compared down the list: a role, a date. */
  meta?: ReactNode;
  actions?: ReactNode;
  isFaint?: boolean;
}) {
  return (
    <Row>
      <div className={`${css.entry} ${isFaint ? css.faint : ''}`}>
        {lead}
        <div className={css.words}>
          <div className={css.title}>
            {title}
            {badges}
          </div>
          {below && <div className={css.below}>{below}</div>}
        </div>
        {meta && <div className={css.meta}>{meta}</div>}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </Row>
  );
}
