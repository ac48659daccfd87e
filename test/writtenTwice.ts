import { DEFAULT_SETTINGS } from '../src/sim/config';
import { scenarioFor } from '../src/timeline/openingScenario';
import { frame } from '../src/timeline/recording';
import { runningStore } from './runningStore';

/**
 * A store in which a request without numbers was delivered twice, played until it stops by itself:
 * where the promise is broken that a record is written once.
 */
export function writtenTwice() {
  const store = runningStore(scenarioFor({ ...DEFAULT_SETTINGS, enableIdempotence: false }, 1));
  const state = store.getState;
  const record = { producer: 'producer-1', partition: 'orders-0', key: null, value: 'x' } as const;
  state().act({ type: 'produce', ...record });
  const requestInFlight = () => {
    const { recording, frameIndex } = state();
    const { flights } = frame(recording, frameIndex).world;
    return flights.find(({ message }) => message.type === 'produceRequest');
  };
  while (!requestInFlight()) state().advance(1 / 60);
  state().act({ type: 'duplicateMessage', flight: requestInFlight()?.id ?? 0 });
  while (state().playing) state().advance(1 / 60);
  return store;
}
