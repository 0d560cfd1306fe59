import css from './LabelDot.module.css';

/** A label's colour, where it is one; decoration beside its name. */
export function LabelDot({ color }: { color: string }) {
  const style = /^#[0-9a-f]{6}$/i.test(color) ? { background: color } : undefined;
  return <span className={css.dot} style={style} aria-hidden="true" />;
}
