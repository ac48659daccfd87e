import { memo } from 'react';
import { Activity } from 'lucide-react';
import type { ProducerState } from '../../../sim/client/state';
import type { PartitionId, ProducerId } from '../../../sim/ids';
import { focusFigureAfterPointer } from '../../focusFigure';
import { useLookOf } from '../../lookOf';
import type { CardPlace, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import { Card } from './Card';
import { clientNames, ClientTitle, type RenderClientMenu, titleRoom } from './ClientTitle';
import { type PromiseCounts, Promises } from './Promises';
import styles from './cards.module.css';

/** What the button of the steady load says, by the width within the card; elsewhere its icon. */
const LOAD_WORD_ROOM = 228;
const LOAD_BOTH_ROOM = 280;
/** Below this there is room for Produce alone. */
const LOAD_ROOM = 106;

interface ProducerCardProps {
  readonly place: CardPlace;
  readonly cards: CardsLayout;
  readonly producer: ProducerState;
  readonly isOne: boolean;
  readonly promises: PromiseCounts;
  /** Where Produce writes to. */
  readonly partition: PartitionId;
  readonly onProduce: (producer: ProducerId) => void;
  readonly onToggleLoad: (producer: ProducerId) => void;
  readonly renderMenu: RenderClientMenu;
}

/** A producer: what it was promised, and the buttons that make it send. */
export const ProducerCard = memo(function ProducerCard(props: ProducerCardProps) {
  const { place, cards, producer, isOne, promises, partition } = props;
  const { id, load, acks, rack, enableIdempotence } = producer;
  const { kind } = place;
  const inner = place.width - 2 * cards.padding;
  const loadLabel = kind === 'full' ? loadLabelFor(inner / cards.unit) : 'icon';
  const isUpright = kind === 'tall' || kind === 'narrow';
  const beside = kind === 'full' ? (loadLabel === 'both' ? 192 : 150) : 130;
  const room = isUpright ? inner : inner - beside * cards.unit;
  const fits = (text: string) => textWidth(text, cards.font, 'mono') <= room;
  const [name, short] = clientNames(id, isOne);
  const shown = titleRoom(name, cards.titleFont) <= room ? name : short;
  // Without acks=all there is no idempotence in any case.
  const settings = `acks=${acks}${acks === 'all' && !enableIdempotence ? ' · not idempotent' : ''}`;
  // Beside each other, only what is unusual is said of each.
  const unusual = settings === 'acks=all' ? [] : [settings, settings.replace('acks=all · ', '')];
  const free = room - titleRoom(shown, cards.titleFont);
  const aside = (isUpright ? unusual : [settings, `acks=${acks}`]).find(
    (text) => kind !== 'full' && textWidth(` ${text}`, cards.font, 'mono') <= free,
  );
  return (
    <Card place={place} name={name} rack={rack} says={settings}>
      <div className={styles.words}>
        <p className={styles.title}>
          <ClientTitle client={id} name={name} shown={shown} renderMenu={props.renderMenu} />
          {aside !== undefined && <span className={styles.mono}> {aside}</span>}
        </p>
        {kind === 'full' && (
          <p className={styles.line}>
            <Settings words={settings} rack={rack} partition={partition} fits={fits} />
          </p>
        )}
        {kind !== 'narrow' && <Promises promises={promises} room={inner} font={cards.font} />}
      </div>
      <Buttons
        load={load}
        loadLabel={isUpright && inner < LOAD_ROOM * cards.unit ? 'none' : loadLabel}
        ofWhom={isOne ? '' : ` of ${name}`}
        onProduce={() => props.onProduce(id)}
        onToggleLoad={() => props.onToggleLoad(id)}
      />
    </Card>
  );
});

interface SettingsProps extends Pick<ProducerCardProps, 'partition'> {
  readonly words: string;
  readonly rack: string | null;
  readonly fits: (text: string) => boolean;
}

/** How it produces, and where to. */
function Settings({ words, rack, partition, fits }: SettingsProps) {
  const { colour } = useLookOf()(partition);
  return (
    <>
      <span className={styles.mono}>{words}</span>
      {rack === null && fits(`${words} to ${partition}`) && (
        <>
          {' to '}
          <span className={styles.mono} style={{ color: colour }}>
            {partition}
          </span>
        </>
      )}
      {rack !== null && fits(`${words} rack ${rack}`) && ` rack ${rack}`}
    </>
  );
}

type LoadLabel = 'icon' | 'word' | 'both' | 'none';

function loadLabelFor(room: number): LoadLabel {
  if (room < LOAD_WORD_ROOM) return 'icon';
  return room < LOAD_BOTH_ROOM ? 'word' : 'both';
}

interface ButtonsProps {
  readonly load: ProducerState['load'];
  readonly loadLabel: LoadLabel;
  /** Said after the name of each button where there are several producers. */
  readonly ofWhom: string;
  readonly onProduce: () => void;
  readonly onToggleLoad: () => void;
}

function Buttons({ load, loadLabel, ofWhom, onProduce, onToggleLoad }: ButtonsProps) {
  const rate = load ? `, ${load.recordsPerSecond} records a second` : '';
  const loadName = `Steady load${ofWhom}${rate}`;
  return (
    <div className={styles.buttons} data-label={loadLabel}>
      {loadLabel !== 'none' && (
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
      )}
      <button
        type="button"
        className={styles.produce}
        aria-label={ofWhom === '' ? undefined : `Produce${ofWhom}`}
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
