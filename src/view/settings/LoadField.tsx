import { useId } from 'react';
import type { ProducerId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';

const RATES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

interface LoadFieldProps {
  readonly producer: ProducerId;
  /** The rate that the load has, or will have when it is switched on. */
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

/** How fast the producer sends while the load is on. */
export function LoadField({ producer, recordsPerSecond, onRate }: LoadFieldProps) {
  const id = useId();
  const act = useHighwater((state) => state.act);
  const isOn = useHighwater((state) => Boolean(worldOf(state).producers[producer]?.load));
  const choose = (rate: number) => {
    onRate(rate);
    if (isOn) act({ type: 'startLoad', producer, recordsPerSecond: rate });
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
