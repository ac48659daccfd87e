import { textWidth } from '../layout/typeScale';
import styles from './cards.module.css';

/** Of the records that the producer was told are written. */
export interface PromiseCounts {
  readonly acknowledged: number;
  readonly safe: number;
  readonly lost: number;
}

interface PromisesProps {
  readonly promises: PromiseCounts;
  /** Width in CSS pixels. */
  readonly room: number;
  readonly font: number;
}

/** What was promised and what became of it. */
export function Promises({ promises, room, font }: PromisesProps) {
  const { acknowledged, safe, lost } = promises;
  const kept = `${safe} safe · `;
  const long = `${acknowledged} acknowledged · `;
  const fits = textWidth(`${long}${kept}${lost} lost`, font, 'strong') <= room;
  return (
    <p className={styles.promises} data-broken={lost > 0}>
      <span title={`${acknowledged} acknowledged`}>{fits ? long : `${acknowledged} acked · `}</span>
      {kept}
      <span className={styles.lost}>{lost} lost</span>
    </p>
  );
}
