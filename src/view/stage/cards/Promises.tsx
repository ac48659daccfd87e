import { textWidth } from '../layout/typeScale';
import styles from './cards.module.css';

/** Of the records that a producer was told are written. */
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

/** What was promised and what became of it. What is lost is said in any case. */
export function Promises({ promises, room, font }: PromisesProps) {
  const { acknowledged, safe, lost } = promises;
  const kept = `${safe} safe · `;
  const short = `${acknowledged} acked · `;
  const before = [`${acknowledged} acknowledged · ${kept}`, `${short}${kept}`, short];
  const fits = (text: string) => textWidth(`${text}${lost} lost`, font, 'strong') <= room;
  return (
    <p
      className={styles.promises}
      data-broken={lost > 0}
      title={`${acknowledged} acknowledged, ${safe} safe, ${lost} lost`}
    >
      {before.find(fits)}
      <span className={styles.lost}>{lost} lost</span>
    </p>
  );
}
