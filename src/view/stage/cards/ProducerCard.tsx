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
import { fitButtons, type FittedButtons } from './fitButtons';
import { type PromiseCounts, Promises } from './Promises';
import styles from './cards.module.css';

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
  const isUpright = kind === 'tall' || kind === 'narrow';
  const [name, short] = clientNames(id, isOne);
  const buttons = fitButtons(kind, inner, cards, short);
  const { isBelow } = buttons;
  const beside = inner - buttons.width;
  const nameRoom = isBelow ? inner : beside;
  const fits = (text: string) => textWidth(text, cards.font, 'mono') <= beside;
  const shown = titleRoom(name, cards.titleFont) <= nameRoom ? name : short;
  // Without acks=all there is no idempotence in any case.
  const settings = `acks=${acks}${acks === 'all' && !enableIdempotence ? ' · not idempotent' : ''}`;
  // Beside each other, only what is unusual is said of each.
  const unusual = settings === 'acks=all' ? [] : [settings, settings.replace('acks=all · ', '')];
  const free = nameRoom - titleRoom(shown, cards.titleFont);
  const aside = (isUpright ? unusual : [settings, `acks=${acks}`]).find(
    (text) => kind !== 'full' && textWidth(` ${text}`, cards.font, 'mono') <= free,
  );
  const set = kind === 'full' && (
    <p key="set" className={styles.line}>
      <Settings
        words={fits(settings) ? settings : `acks=${acks}`}
        rack={rack}
        partition={partition}
        fits={fits}
      />
    </p>
  );
  // In a low card the last line too stands beside the buttons.
  const isLow = place.height < 30 * cards.unit + 1.6 * cards.font;
  const promisesRoom = kind === 'full' || !(isBelow || isLow) ? inner : beside;
  const promised = kind !== 'narrow' && (
    <Promises key="promised" promises={promises} room={promisesRoom} font={cards.font} />
  );
  return (
    <Card place={place} name={name} rack={rack} says={settings}>
      <div className={styles.words}>
        <p className={styles.title}>
          <ClientTitle client={id} name={name} shown={shown} renderMenu={props.renderMenu} />
          {aside !== undefined && <span className={styles.mono}> {aside}</span>}
        </p>
        {/* The last line stands beside the buttons then: it is the one that can be short. */}
        {isBelow ? [promised, set] : [set, promised]}
      </div>
      <Buttons
        load={load}
        fitted={buttons}
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

interface ButtonsProps {
  readonly load: ProducerState['load'];
  readonly fitted: FittedButtons;
  /** Said after the name of each button where there are several producers. */
  readonly ofWhom: string;
  readonly onProduce: () => void;
  readonly onToggleLoad: () => void;
}

function Buttons({ load, fitted, ofWhom, onProduce, onToggleLoad }: ButtonsProps) {
  const rate = load ? `, ${load.recordsPerSecond} records a second` : '';
  const { load: loadLabel, isBelow } = fitted;
  const loadName = `Steady load${ofWhom}${rate}`;
  return (
    <div className={styles.buttons} data-label={loadLabel} data-below={isBelow}>
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
