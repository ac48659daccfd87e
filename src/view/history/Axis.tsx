import { useMemo } from 'react';
import type { PartitionId } from '../../sim/ids';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import type { HighwaterState } from '../../store/state';
import { toldMoments } from '../../timeline/recording';
import { useSize } from '../useSize';
import { Bands } from './Bands';
import { epochBands } from './epochBands';
import { Forks } from './Forks';
import { Labels } from './Labels';
import { Marks } from './Marks';
import { marksOnAxis } from './marksOnAxis';
import { Pointing } from './Pointing';
import { Times } from './Times';

/** Lower rows could not be told from each other. */
const ROW_HEIGHT_MIN = 3;

export interface AxisProps {
  /** Pixels for each story second. */
  readonly scale: number;
  readonly width: number;
  /** The scrubber is being dragged. */
  readonly isHeld: boolean;
}

/** What happened in the run, drawn along the axis of the scrubber. */
export function Axis({ scale, width, isHeld }: AxisProps) {
  const moments = useHighwater((state) => toldMoments(state.recording));
  const store = useHighwaterStore();
  const marks = useMemo(() => {
    const { engine, recording } = store.getState();
    return marksOnAxis(moments, scale, engine?.promiseBreaks(recording));
  }, [moments, scale, store]);
  const showsAll = useHighwater((state) => state.leafing.showsAll);
  const [measure, { height }] = useSize();
  const rowsMax = showsAll ? Math.floor(height / ROW_HEIGHT_MIN) : 1;
  const shown = useHighwater((state) => shownPartitions(state, rowsMax).join());
  const partitions = useMemo(() => shown.split(',').filter(isPartition), [shown]);
  return (
    <Pointing marks={marks} scale={scale} width={width} isHeld={isHeld}>
      <Labels marks={marks} width={width} />
      <Marks marks={marks} />
      <div ref={measure} className="bandZone" data-all={showsAll}>
        <Bands scale={scale} partitions={partitions} rowHeight={height / partitions.length} />
      </div>
      <Forks scale={scale} />
      {!showsAll && <Times scale={scale} width={width} />}
    </Pointing>
  );
}

/** As many as there is room for; the selected one is always among them. */
function shownPartitions(
  { recording, selectedPartition }: HighwaterState,
  rowsMax: number,
): readonly PartitionId[] {
  const all = [...epochBands(recording).keys()];
  const selected = Math.max(0, all.indexOf(selectedPartition));
  const first = Math.max(0, Math.min(selected, all.length - rowsMax));
  return all.slice(rowsMax < all.length ? first : 0, first + Math.max(1, rowsMax));
}

function isPartition(id: string): id is PartitionId {
  return id.includes('-');
}
