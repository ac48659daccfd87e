import { explore } from './explore';
import type { InvariantName } from './invariants';
import type { Size } from './log';
import { MODELS, type Model } from './models';
import { replayTrace, type Replay, type TraceVector } from './replay';

/** Which model to explore, and how large. */
export interface GivenModel extends Size {
  readonly spec: keyof typeof MODELS;
}

/** A vector whose model breaks one of some invariants; of both, if it names none. */
export interface GivenViolation extends GivenModel {
  readonly checked?: readonly InvariantName[];
}

const BOTH: readonly InvariantName[] = ['WeakIsr', 'StrongIsr'];

/** All states of a model, counted. Ends as `expect` of the vector has it. */
export function runTlaExhaustive(given: GivenModel) {
  const { violated, distinctStates, diameter } = explore(modelOf(given), given, BOTH);
  return { violated, invariants: BOTH, distinctStates, diameter };
}

/**
 * The first violation of a model, and a shortest way to it. TLC searches with two workers, so its
 * way may be a state or two longer.
 */
export function runTlaViolation(given: GivenViolation) {
  const { violated, trace } = explore(modelOf(given), given, given.checked ?? BOTH);
  return { violated, traceStates: trace.length };
}

/** A trace, as far as its actions lead to its states. Takes the vector whole. */
export function runTlaTrace(vector: TraceVector): Replay {
  return replayTrace(vector);
}

/** Throws when there is no such model. */
function modelOf({ spec }: GivenModel): Model {
  const model: Model | undefined = MODELS[spec];
  if (model === undefined) {
    throw new Error(`there is no model ${spec}, only ${Object.keys(MODELS).join(', ')}`);
  }
  return model;
}
