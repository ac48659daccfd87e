import { explain } from '../sim/explain';
import { refusal } from '../sim/refusal';
import { settingsProblems } from '../sim/settingsProblems';
import { ALWAYS_SIMPLIFIED, SIMPLIFICATIONS } from '../sim/simplifications';
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
  explain,
  refusal,
  settingsProblems,
  simplifications: SIMPLIFICATIONS,
  alwaysSimplified: ALWAYS_SIMPLIFIED,
};

/** What a page asks of the simulation. */
export type Engine = typeof engine;
