import { Label, Meter as AriaMeter } from 'react-aria-components';
import css from './Meter.module.css';

/** How much of something is used. Beyond what there is, it is full and says so by its colour. */
export function Meter({
  label,
  share,
  text,
}: {
  label: string;
  /** 1 is all of it. */
  share: number;
  /** "412 of 10,000" */
  text: string;
}) {
  const tone = share >= 1 ? css.full : share >= 0.8 ? css.near : '';
  return (
    <AriaMeter
      className={css.meter ?? ''}
      value={Math.min(1, share)}
      minValue={0}
      maxValue={1}
      valueLabel={text}
    >
      <div className={css.words}>
        <Label>{label}</Label>
        <span className={css.text}>{text}</span>
      </div>
      <div className={css.track}>
        <div
          className={`${css.bar} ${tone}`}
          style={{ width: `${share > 0 ? Math.max(1, Math.min(100, share * 100)) : 0}%` }}
        />
      </div>
    </AriaMeter>
  );
}
