import css from './Spinner.module.css';

/** Decoration: what is busy says so itself. */
export function Spinner({ size = 20 }: { size?: number }) {
  return <span className={css.spinner} style={{ width: size, height: size }} aria-hidden="true" />;
}

export function Loading({ label }: { label: string }) {
  return (
    <div className={css.loading} role="status">
      <Spinner size={24} />
      <span className="visually-hidden">{label}</span>
    </div>
  );
}
