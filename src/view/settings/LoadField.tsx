import { useId } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { clientIdsIn } from '../clientIdsIn';

const RATES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

interface LoadFieldProps {
  /** The rate that the load has, or will have when it is switched on. */
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

/** How fast a producer sends while its load is on. */
export function LoadField({ recordsPerSecond, onRate }: LoadFieldProps) {
  const id = useId();
  const store = useHighwaterStore();
  const act = useHighwater((state) => state.act);
  const choose = (rate: number) => {
    onRate(rate);
    const { producers } = worldOf(store.getState());
    for (const producer of clientIdsIn(producers)) {
      if (producers[producer]?.load) act({ type: 'startLoad', producer, recordsPerSecond: rate });
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>Load, records per second</label>
      <select
        id={id}
        value={recordsPerSecond}
        onChange={(event) => choose(Number(event.target.value))}
      >
        {RATES.map((rate) => (
          <option key={rate} value={rate}>
            {rate}
          </option>
        ))}
      </select>
    </div>
  );
}
