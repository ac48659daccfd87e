import { memo } from 'react';
import type { ConsumerState } from '../../../sim/client/state';
import { type Offset, type PartitionId, partitionIdsIn, type Table } from '../../../sim/ids';
import type { CardPlace, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import { Card } from './Card';
import styles from './cards.module.css';

interface ConsumerCardProps {
  readonly place: CardPlace;
  readonly cards: CardsLayout;
  readonly consumer: ConsumerState;
}

/** The consumer: its group, what it reads and how much it has read. */
export const ConsumerCard = memo(function ConsumerCard(props: ConsumerCardProps) {
  const { place, cards, consumer } = props;
  const { group, consumed, positions, rack } = consumer;
  const inner = place.width - 2 * cards.padding;
  const firstFit = (...texts: readonly string[]) =>
    texts.find((text) => textWidth(text, cards.font) <= inner) ?? texts.at(-1) ?? '';
  const count = consumed === 1 ? '1 record read' : `${consumed} records read`;
  const reads = readsWhat(positions);
  return (
    <Card place={place} name="Consumer" rack={rack}>
      <div className={styles.words}>
        <p className={styles.title}>
          Consumer
          {place.kind === 'line' && <span className={styles.aside}> {consumed}</span>}
          {rack !== null && place.kind !== 'line' && (
            <span className={styles.aside}> rack {rack}</span>
          )}
        </p>
        {place.kind === 'full' && <p className={styles.line}>{firstFit(...reads)}</p>}
        {place.kind !== 'line' && (
          <p className={styles.line}>
            {place.kind === 'full'
              ? firstFit(`group ${group} · ${count}`, `${group} · ${consumed} read`)
              : firstFit(count, `${consumed} read`)}
          </p>
        )}
      </div>
    </Card>
  );
});

function readsWhat(positions: Table<PartitionId, Offset>): readonly string[] {
  const partitions = partitionIdsIn(positions);
  const [only] = partitions;
  if (only === undefined) return ['reads nothing yet'];
  if (partitions.length === 1) return [`reads ${only} from its leader`, `reads ${only}`];
  const count = `reads ${partitions.length} partitions`;
  return [`${count} from their leaders`, count];
}
