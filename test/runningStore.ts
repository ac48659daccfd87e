import { createHighwaterStore } from '../src/store/highwaterStore';
import { engine } from '../src/timeline/engine';
import { openingScenario } from '../src/timeline/openingScenario';

/** A store of the opening scenario, or another, whose engine is there from the start. For tests. */
export function runningStore(scenario = openingScenario()) {
  return createHighwaterStore(engine.record(scenario), engine);
}
