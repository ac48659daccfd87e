import { useMemo, useState } from 'react';
import type { Command } from '../sim/command';
import { type PartitionId, partitionId, type ProducerId } from '../sim/ids';
import type { World } from '../sim/world';
import { useHighwaterStore } from '../store/HighwaterContext';
import { worldOf } from '../store/selectors';
import { nextValue } from '../sim/nextValue';

/** Whose deed it is where none is named. */
const FIRST_PRODUCER: ProducerId = 'producer-1';

const RATE_AT_FIRST = 10;

/** Why something was refused, to be said while the frame is shown at which it was. */
export interface Notice {
  readonly because: string;
  readonly frameIndex: number;
}

/** What the person can do to the cluster besides what its menus offer. */
export interface Deeds {
  /** Left out: the first producer does it. */
  readonly produce: (producer?: ProducerId) => void;
  readonly toggleLoad: (producer?: ProducerId) => void;
  /** Records a second that the load has, or will have. */
  readonly rate: number;
  readonly setRate: (rate: number) => void;
  readonly notice: Notice | null;
}

export function useDeeds(): Deeds {
  const store = useHighwaterStore();
  const [rate, setRate] = useState(RATE_AT_FIRST);
  const [notice, setNotice] = useState<Notice | null>(null);
  const { produce, toggleLoad } = useMemo(() => {
    const act = (command: Command) => {
      const { frameIndex } = store.getState();
      const refusal = store.getState().act(command);
      setNotice(refusal && { because: refusal.because, frameIndex });
    };
    return {
      produce: (producer = FIRST_PRODUCER) => {
        const state = store.getState();
        const world = worldOf(state);
        const partition = shownPartition(world, state.selectedPartition);
        act({ type: 'produce', producer, partition, key: null, value: nextValue(world) });
      },
      toggleLoad: (producer = FIRST_PRODUCER) => {
        const isOn = Boolean(worldOf(store.getState()).producers[producer]?.load);
        if (isOn) act({ type: 'stopLoad', producer });
        else act({ type: 'startLoad', producer, recordsPerSecond: rate });
      },
    };
  }, [store, rate]);
  return { produce, toggleLoad, rate, setRate, notice };
}

/** The selected partition, or the first where it is not there yet at the moment shown. */
function shownPartition({ controller, settings }: World, selected: PartitionId): PartitionId {
  return controller.image.partitions[selected] ? selected : partitionId(settings.topic, 0);
}
