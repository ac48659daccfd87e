import { DEFAULT_SETTINGS } from '../src/sim/config';
import { scenarioFor } from '../src/timeline/openingScenario';

/**
 * A cluster whose followers are a region away from leader and producer, with acks=1: who produces
 * a record and then crashes broker 1 loses it.
 */
export function lossScenario() {
  return scenarioFor(
    {
      ...DEFAULT_SETTINGS,
      partitions: 1,
      acks: 1,
      minInsyncReplicas: 1,
      racks: { 1: 'a', 2: 'b', 3: 'c' },
      clientRacks: { 'producer-1': 'a' },
    },
    1,
  );
}
