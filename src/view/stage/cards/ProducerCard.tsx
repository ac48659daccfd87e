import { memo } from 'react';
import { Activity } from 'lucide-react';
import type { ProducerState } from '../../../sim/client/state';
import { type PartitionId, partitionIndex } from '../../../sim/ids';
import { partitionLook } from '../../palette';
import type { CardPlace, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import { Card } from './Card';
import { type PromiseCounts, Promises } from './Promises';
import styles from './cards.module.css';

interface ProducerCardProps {
  readonly place: CardPlace;
  readonly cards: CardsLayout;
  readonly producer: ProducerState;
  readonly promises: PromiseCounts;
  /** Where Produce writes to. */
  readonly partition: PartitionId;
  readonly onProduce: () => void;
  readonly onToggleLoad: () => void;
}

/** The producer: what it was promised, and the buttons that make it send. */
export const ProducerCard = memo(function ProducerCard(props: ProducerCardProps) {
  const { place, cards, producer, promises, partition, onProduce, onToggleLoad } = props;
  const index = partitionIndex(partition);
  const { load, acks, rack } = producer;
  const inner = place.width - 2 * cards.padding;
  const buttons = place.kind === 'full' ? 150 : 130;
  const fits = (text: string) => textWidth(text, cards.font, 'mono') <= inner - buttons;
  const loadName = load ? `Steady load, ${load.recordsPerSecond} records a second` : 'Steady load';
  return (
    <Card place={place} name="Producer" rack={rack}>
      <div className={styles.words}>
        <p className={styles.title}>
          Producer
          {place.kind !== 'full' && fits(`Producer acks=${acks}`) && (
            <span className={styles.mono}> acks={acks}</span>
          )}
        </p>
        {place.kind === 'full' && (
          <p className={styles.line}>
            <span className={styles.mono}>acks={acks}</span>
            {rack === null && fits(`acks=${acks} to ${partition}`) && (
              <>
                {' to '}
                <span className={styles.mono} style={{ color: partitionLook(index).colour }}>
                  {partition}
                </span>
              </>
            )}
            {rack !== null && fits(`acks=${acks} rack ${rack}`) && ` rack ${rack}`}
          </p>
        )}
        <Promises promises={promises} room={inner} font={cards.font} />
      </div>
      <div className={styles.buttons}>
        <button
          type="button"
          className={styles.load}
          aria-pressed={load !== null}
          aria-label={loadName}
          title={loadName}
          onClick={onToggleLoad}
        >
          <Activity aria-hidden size={18} />
        </button>
        <button type="button" className={styles.produce} onClick={onProduce}>
          Produce
        </button>
      </div>
    </Card>
  );
});
