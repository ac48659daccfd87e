import { useMemo, useState } from 'react';
import type { Command } from '../sim/command';
import type { ProducerId } from '../sim/ids';
import { useHighwaterStore } from '../store/HighwaterContext';
import { worldOf } from '../store/selectors';

/** The one producer of the page. */
export const PRODUCER: ProducerId = 'producer-1';

const RATE_AT_FIRST = 10;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Why something was refused, to be said while the frame is shown at which it was. */
export interface Notice {
  readonly because: string;
  readonly frameIndex: number;
}

/** What the person can do to the cluster besides the menus of its brokers. */
export interface Deeds {
  readonly produce: () => void;
  readonly toggleLoad: () => void;
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
      produce: () => {
        const state = store.getState();
        const value = valueOf(worldOf(state).nextRecordId);
        const partition = state.selectedPartition;
        act({ type: 'produce', producer: PRODUCER, partition, key: null, value });
      },
      toggleLoad: () => {
        const isOn = Boolean(worldOf(store.getState()).producers[PRODUCER]?.load);
        if (isOn) act({ type: 'stopLoad', producer: PRODUCER });
        else act({ type: 'startLoad', producer: PRODUCER, recordsPerSecond: rate });
      },
    };
  }, [store, rate]);
  return { produce, toggleLoad, rate, setRate, notice };
}

/** a to z, then a2 to z2: short values that one can follow with the eye. */
function valueOf(recordId: number): string {
  const lap = Math.floor(recordId / LETTERS.length) + 1;
  return `${LETTERS.charAt(recordId % LETTERS.length)}${lap > 1 ? lap : ''}`;
}
