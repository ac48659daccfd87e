import type { Settings } from '../sim/config';
import { explain } from '../sim/explain';
import { refusal } from '../sim/refusal';
import { pageProblems, settingsProblems } from '../sim/settingsProblems';
import { ALWAYS_SIMPLIFIED, SIMPLIFICATIONS } from '../sim/simplifications';
import { captionOf } from './caption';
import { scenarioFor } from './openingScenario';
import { prologueOf } from './prologue';
import { promiseBreaks } from './promiseBreaks';
import { rerun } from './rerun';
import { act, extend, extendToNextTold, record, switchBranch, wake } from './recorder';

/**
 * All that runs a simulation, says what it would refuse, and has words for what happens in it. A
 * page at rest has no need of it: it is loaded by itself, so nothing else imports this but as a
 * type.
 */
export const engine = {
  record,
  wake,
  act,
  extend,
  extendToNextTold,
  switchBranch,
  rerun,
  scenarioFor,
  prologueOf,
  promiseBreaks,
  captionOf,
  explain,
  refusal,
  /** Of what the page cannot show nothing more is said: Kafka may well have it. */
  settingsProblems: (settings: Settings) => {
    const tooLarge = pageProblems(settings);
    return tooLarge.length > 0 ? tooLarge : settingsProblems(settings);
  },
  simplifications: SIMPLIFICATIONS,
  alwaysSimplified: ALWAYS_SIMPLIFIED,
};

/** What a page asks of the simulation. */
export type Engine = typeof engine;
