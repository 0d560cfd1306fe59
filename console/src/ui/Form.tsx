import type { ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import css from './Form.module.css';

/** Fields and what sends them; Enter in a field sends too. */
export function Form({
  onSubmit,
  children,
  id,
  columns = false,
}: {
  onSubmit: () => void;
  children: ReactNode;
  /** For a button that stands outside of it. */
  id?: string;
  columns?: boolean;
}) {
  return (
    <AriaForm
      className={`${css.form} ${columns ? css.columns : ''}`}
      validationBehavior="aria"
      {...(id !== undefined && { id })}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </AriaForm>
  );
}

/** Takes the whole width of a form in columns. */
export function FormLine({ children }: { children: ReactNode }) {
  return <div className={css.line}>{children}</div>;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}
