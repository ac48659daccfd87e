import { memo } from 'react';
import type { ControllerState } from '../../../sim/controller/state';
import type { Event } from '../../../sim/event';
import type { Tick } from '../../../sim/ids';
import { seldom } from '../../later/seldom';
import type { CardPlace, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import type { OnPick } from '../OnPick';
import { Card } from './Card';
import { hasRoomBehind } from './ClientTitle';
import { decisionWords } from './lastDecision';
import { ControllerLine } from './ControllerLine';
import { silentBrokers } from './silentBrokers';
import styles from './cards.module.css';

interface ControllerCardProps {
  readonly place: CardPlace;
  readonly cards: CardsLayout;
  readonly controller: ControllerState;
  readonly now: Tick;
  /** What it decided last; null before the first time. */
  readonly decision: Event | null;
  readonly onPick: OnPick;
}

const SessionRing = seldom(async () => (await import('./SessionRing')).SessionRing);

const RING_WIDTH = 38;
const LONGEST_SILENCE = 'broker 9 silent 99.9 s';

/** The controller: how far its metadata log is, what it decided, and whom it waits for. */
export const ControllerCard = memo(function ControllerCard(props: ControllerCardProps) {
  const { place, cards, controller, now, decision, onPick } = props;
  const { offset } = controller.image;
  const silent = silentBrokers(controller, now);
  const inner = place.width - 2 * cards.padding;
  const room = Math.max(1, Math.floor((inner / cards.unit - 110) / RING_WIDTH));
  const long = `KRaft · metadata offset ${offset}`;
  const free = inner - Math.min(silent.length, room) * RING_WIDTH * cards.unit;
  const fits = (text: string) => textWidth(text, cards.font) <= free;
  const isClear = (text: string) => textWidth(text, cards.font) * 1.12 <= free;
  const says = fits(long) ? long : `metadata ${offset}`;
  const decided = decision === null ? [] : decisionWords(decision);
  // The words of a decision are bold, and so a little wider.
  const decidedLine = decided.find(isClear);
  const isUpright = place.kind === 'tall' || place.kind === 'narrow';
  const brief = isUpright ? [says, `log ${offset}`].find(isClear) : says;
  const counted = place.kind === 'full' ? unfencedCount(controller).find(fits) : brief;
  const lastLine = decidedLine ?? (isUpright ? undefined : decided.at(-1)) ?? counted ?? '';
  return (
    <Card place={place} name={`Controller, ${long}`}>
      <div className={styles.words}>
        <p className={styles.title}>
          <button
            type="button"
            className={styles.name}
            aria-label="Controller: inspect"
            onClick={() => onPick({ type: 'controller' }, 'inspect')}
          >
            Controller
          </button>
          {place.kind === 'line' &&
            silent.length === 0 &&
            hasRoomBehind('Controller', offset, cards, inner) && (
              <span className={styles.aside}> {offset}</span>
            )}
        </p>
        {place.kind === 'full' && <p className={styles.line}>{says}</p>}
        {place.kind !== 'line' && !(isUpright && silent[0]) && (
          <ControllerLine
            // Where the words have no room the ring tells it.
            silent={isClear(LONGEST_SILENCE) ? silent[0] : undefined}
            says={lastLine}
            isNews={decision !== null && lastLine !== counted}
          />
        )}
      </div>
      <div className={styles.rings}>
        {silent.slice(0, room).map((each) => (
          <SessionRing
            key={each.broker}
            silent={each}
            size={(place.kind === 'line' ? 24 : 34) * cards.unit}
          />
        ))}
      </div>
    </Card>
  );
});

function unfencedCount({ image }: ControllerState): readonly string[] {
  const brokers = Object.values(image.brokers);
  const unfenced = brokers.filter((each) => each?.fenced === false);
  const count = `${unfenced.length} of ${brokers.length}`;
  return [`${count} brokers unfenced`, `${count} unfenced`];
}
