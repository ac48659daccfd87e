import { memo, useRef } from 'react';
import { NO_LEADER, type PartitionId } from '../../sim/ids';
import {
  useHighwater,
  useHighwaterStore,
  useShownPlayheadEffect,
} from '../../store/HighwaterContext';
import { lastStory } from '../../timeline/recording';
import { useLookOf } from '../lookOf';
import { partitionTone } from '../transport/toneStyle';
import { type EpochBand, epochBands } from './epochBands';

const LETTER_WIDTH = 7.4;
/** Lower rows have no room for words. */
const WORDS_HEIGHT = 14;
/** Narrower ones are covered by what follows. */
const WIDTH_MIN = 2;

interface BandsProps {
  readonly scale: number;
  readonly partitions: readonly PartitionId[];
  readonly rowHeight: number;
}

/** Leader epochs under the track: a row for each partition that is shown. */
export function Bands({ scale, partitions, rowHeight }: BandsProps) {
  const store = useHighwaterStore();
  const recorded = useRef<HTMLDivElement>(null);
  useShownPlayheadEffect(() => {
    const length = lastStory(store.getState().recording) * scale;
    if (recorded.current) recorded.current.style.width = `${length}px`;
  });
  return (
    <div ref={recorded} className="bands" aria-hidden>
      {partitions.map((partition) => (
        <Row
          key={partition}
          partition={partition}
          scale={scale}
          hasWords={rowHeight >= WORDS_HEIGHT}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly partition: PartitionId;
  readonly scale: number;
  readonly hasWords: boolean;
}

function Row({ partition, scale, hasWords }: RowProps) {
  const bands = useHighwater((state) => epochBands(state.recording).get(partition));
  // Only what is recorded is drawn; whole seconds are enough to choose words by.
  const drawnUntil = useHighwater((state) =>
    hasWords ? Math.floor(lastStory(state.recording)) : 0,
  );
  return (
    <div
      className="bandRow"
      data-partition={partition}
      style={partitionTone(partition, useLookOf())}
    >
      {bands
        ?.filter(({ from, to }) => (to - from) * scale >= WIDTH_MIN)
        .map((band, at) => (
          <Band
            key={band.from}
            band={band}
            left={band.from * scale}
            words={hasWords ? longestThatFits(band, drawnUntil, scale) : ''}
            isOdd={at % 2 === 1}
          />
        ))}
    </div>
  );
}

interface BandProps {
  readonly band: EpochBand;
  readonly left: number;
  readonly words: string;
  readonly isOdd: boolean;
}

/** Each goes on to the end; what follows lies over it. */
const Band = memo(function Band({ band, left, words, isOdd }: BandProps) {
  return (
    <span
      className="band"
      data-odd={isOdd}
      data-leaderless={band.leader === NO_LEADER}
      style={{ left }}
    >
      {words}
    </span>
  );
});

/** `epoch 2 · broker 3 leads`. */
export function bandWords({ leaderEpoch, leader }: EpochBand): string {
  return `epoch ${leaderEpoch} · ${leader === NO_LEADER ? 'no leader' : `broker ${leader} leads`}`;
}

/** As many words as the band has room for. */
function longestThatFits(band: EpochBand, drawnUntil: number, scale: number): string {
  const width = (Math.min(band.to, drawnUntil) - band.from) * scale;
  const texts = [bandWords(band), `epoch ${band.leaderEpoch}`, `${band.leaderEpoch}`];
  return texts.find((text) => text.length * LETTER_WIDTH + 12 <= width) ?? '';
}
