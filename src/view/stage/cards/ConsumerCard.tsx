import { memo } from 'react';
import type { ConsumerState } from '../../../sim/client/state';
import type { CardPlace, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import { Card } from './Card';
import {
  clientNames,
  ClientTitle,
  hasRoomBehind,
  type RenderClientMenu,
  titleRoom,
} from './ClientTitle';
import { consumerTrouble, positionWords, readsWhat } from './consumerWords';
import styles from './cards.module.css';

interface ConsumerCardProps {
  readonly place: CardPlace;
  readonly cards: CardsLayout;
  readonly consumer: ConsumerState;
  readonly isOne: boolean;
  readonly renderMenu: RenderClientMenu;
}

/** A consumer: its group, what it reads and where, and how much it has read. */
export const ConsumerCard = memo(function ConsumerCard(props: ConsumerCardProps) {
  const { place, cards, consumer, isOne, renderMenu } = props;
  const { id, group, consumed, rack } = consumer;
  const { kind } = place;
  const inner = place.width - 2 * cards.padding;
  const trouble = consumerTrouble(consumer);
  // Half of a count would be another count.
  const firstFit = (texts: readonly string[]) =>
    texts.find((text) => textWidth(text, cards.font) <= inner) ??
    (trouble.length > 0 ? texts.at(-1) : '');
  const [name, short] = clientNames(id, isOne);
  const shown = titleRoom(name, cards.titleFont) <= inner ? name : short;
  const count = consumed === 1 ? '1 record read' : `${consumed} records read`;
  const reads = trouble.length > 0 ? trouble : readsWhat(consumer);
  const hasLines = kind === 'full' || kind === 'tall';
  const counts = [`group ${group} · ${count}`, `${group} · ${consumed} read`, `${consumed} read`];
  const free = inner - titleRoom(shown, cards.titleFont);
  const where = [` rack ${rack}`, ` ${rack}`].find((text) => textWidth(text, cards.font) <= free);
  const isElsewhere = kind === 'narrow' && Object.keys(consumer.preferredReplicas).length > 0;
  const only = isElsewhere ? reads : [count, `${consumed} read`];
  return (
    <Card place={place} name={name} rack={rack} says={positionWords(consumer)}>
      <div className={styles.words}>
        <p className={styles.title}>
          <ClientTitle client={id} name={name} shown={shown} renderMenu={renderMenu} />
          {kind === 'line' && hasRoomBehind(shown, consumed, cards, inner) && (
            <span className={styles.aside}> {consumed}</span>
          )}
          {rack !== null && kind !== 'line' && <span className={styles.aside}>{where}</span>}
        </p>
        {hasLines && (
          <p className={trouble.length > 0 ? styles.silence : styles.line} title={reads[0]}>
            {firstFit(reads)}
          </p>
        )}
        {kind !== 'line' && (
          <p className={!hasLines && trouble.length > 0 ? styles.silence : styles.line}>
            {firstFit(hasLines ? counts : trouble.length > 0 ? trouble : only)}
          </p>
        )}
      </div>
    </Card>
  );
});
