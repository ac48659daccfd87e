import type { ReactNode } from 'react';
import { usePartRole } from '../../surroundings';
import type { CardPlace } from '../layout/stageLayout';
import styles from './cards.module.css';

interface CardProps {
  readonly place: CardPlace;
  readonly name: string;
  /** `client.rack`: told here even where the card has no room for it. */
  readonly rack?: string | null;
  /** Said to those who point at it. */
  readonly says?: string;
  readonly children: ReactNode;
}

/** The box of a client or of the controller. */
export function Card({ place, name, rack = null, says = '', children }: CardProps) {
  const { x: left, y: top, width, height, kind } = place;
  return (
    <section
      role={usePartRole()}
      className={styles.card}
      style={{ left, top, width, height }}
      data-kind={kind}
      aria-label={rack === null ? name : `${name}, rack ${rack}`}
      title={
        [says, rack === null ? '' : `client.rack=${rack}`].filter(Boolean).join('\n') || undefined
      }
    >
      {children}
    </section>
  );
}
