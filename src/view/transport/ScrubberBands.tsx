import { useMemo, useRef } from 'react';
import { NO_LEADER } from '../../sim/ids';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { frame, lastStory, toldMoments } from '../../timeline/recording';
import { useLookOf } from '../lookOf';
import { axisEnd } from './axisEnd';
import { epochBands, type EpochBand } from './epochBands';
import { partitionTone } from './toneStyle';
import { usePlayheadEffect } from './usePlayheadEffect';

const LETTER_WIDTH = 7.4;

/** Leader epochs of the selected partition, under the track. */
export function ScrubberBands({ scale }: { readonly scale: number }) {
  const store = useHighwaterStore();
  const partition = useHighwater((state) => state.selectedPartition);
  const first = useHighwater((state) => frame(state.recording, 0));
  const moments = useHighwater((state) => toldMoments(state.recording));
  const end = useHighwater((state) => axisEnd(lastStory(state.recording)));
  // Only what is recorded is drawn; whole seconds are enough to choose words by.
  const drawnUntil = useHighwater((state) => Math.floor(lastStory(state.recording)));
  const bands = useMemo(
    () => epochBands(first.world, moments, partition, end),
    [first, moments, partition, end],
  );
  const style = partitionTone(partition, useLookOf());
  const recorded = useRef<HTMLDivElement>(null);
  usePlayheadEffect(() => {
    const length = lastStory(store.getState().recording) * scale;
    if (recorded.current) recorded.current.style.width = `${length}px`;
  });
  return (
    <div ref={recorded} className="scrubberBands" style={style} aria-hidden>
      {bands.map((band, at) => (
        <Band
          key={band.from}
          band={band}
          scale={scale}
          drawnUntil={drawnUntil}
          isOdd={at % 2 === 1}
          isLast={at === bands.length - 1}
        />
      ))}
    </div>
  );
}

interface BandProps {
  readonly band: EpochBand;
  readonly scale: number;
  readonly drawnUntil: number;
  readonly isOdd: boolean;
  readonly isLast: boolean;
}

function Band({ band, scale, drawnUntil, isOdd, isLast }: BandProps) {
  const left = band.from * scale;
  const width = Math.max(1, (band.to - band.from) * scale);
  const room = (Math.min(band.to, drawnUntil) - band.from) * scale;
  const hasLeader = band.leader !== NO_LEADER;
  return (
    <span
      className="scrubberBand"
      data-odd={isOdd}
      data-leaderless={!hasLeader}
      style={isLast ? { left } : { left, width }}
    >
      {longestThatFits(band, room)}
    </span>
  );
}

/** As many words as the band has room for. */
function longestThatFits({ leaderEpoch, leader }: EpochBand, width: number): string {
  const who = leader === NO_LEADER ? 'no leader' : `broker ${leader} leads`;
  const texts = [`epoch ${leaderEpoch} · ${who}`, `epoch ${leaderEpoch}`, `${leaderEpoch}`];
  return texts.find((text) => text.length * LETTER_WIDTH + 12 <= width) ?? '';
}
