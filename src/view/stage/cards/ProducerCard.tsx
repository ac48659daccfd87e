import { memo } from 'react';
import { Activity } from 'lucide-react';
import type { ProducerState } from '../../../sim/client/state';
import { type PartitionId, partitionIndex, type ProducerId } from '../../../sim/ids';
import { focusFigureAfterPointer } from '../../focusFigure';
import { partitionLook } from '../../palette';
import type { CardPlace, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import { Card } from './Card';
import { type PromiseCounts, Promises } from './Promises';
import styles from './cards.module.css';

/** What the button of the steady load says, by the width within the card; elsewhere its icon. */
const LOAD_WORD_ROOM = 228;
const LOAD_BOTH_ROOM = 280;

interface ProducerCardProps {
  readonly place: CardPlace;
  readonly cards: CardsLayout;
  readonly producer: ProducerState;
  readonly promises: PromiseCounts;
  /** Where Produce writes to. */
  readonly partition: PartitionId;
  readonly onProduce: (producer: ProducerId) => void;
  readonly onToggleLoad: (producer: ProducerId) => void;
}

/** The producer: what it was promised, and the buttons that make it send. */
export const ProducerCard = memo(function ProducerCard(props: ProducerCardProps) {
  const { place, cards, producer, promises, partition, onProduce, onToggleLoad } = props;
  const index = partitionIndex(partition);
  const { load, acks, rack } = producer;
  const inner = place.width - 2 * cards.padding;
  const loadLabel = place.kind === 'full' ? loadLabelFor(inner) : 'icon';
  const buttons = place.kind === 'full' ? (loadLabel === 'both' ? 192 : 150) : 130;
  const fits = (text: string) => textWidth(text, cards.font, 'mono') <= inner - buttons;
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
      <Buttons
        load={load}
        loadLabel={loadLabel}
        onProduce={() => onProduce(producer.id)}
        onToggleLoad={() => onToggleLoad(producer.id)}
      />
    </Card>
  );
});

type LoadLabel = 'icon' | 'word' | 'both';

function loadLabelFor(room: number): LoadLabel {
  if (room < LOAD_WORD_ROOM) return 'icon';
  return room < LOAD_BOTH_ROOM ? 'word' : 'both';
}

interface ButtonsProps {
  readonly load: ProducerState['load'];
  readonly loadLabel: LoadLabel;
  readonly onProduce: () => void;
  readonly onToggleLoad: () => void;
}

function Buttons({ load, loadLabel, onProduce, onToggleLoad }: ButtonsProps) {
  const loadName = load ? `Steady load, ${load.recordsPerSecond} records a second` : 'Steady load';
  return (
    <div className={styles.buttons} data-label={loadLabel}>
      <button
        type="button"
        className={styles.load}
        aria-pressed={load !== null}
        aria-label={loadName}
        title={loadName}
        onClick={(event) => {
          onToggleLoad();
          focusFigureAfterPointer(event);
        }}
      >
        {loadLabel !== 'word' && <Activity aria-hidden size={18} />}
        {loadLabel !== 'icon' && 'Load'}
      </button>
      <button
        type="button"
        className={styles.produce}
        onClick={(event) => {
          onProduce();
          focusFigureAfterPointer(event);
        }}
      >
        Produce
      </button>
    </div>
  );
}
