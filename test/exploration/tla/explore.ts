import { createCodec, type Codec } from './codec';
import type { Action } from './controllerActions';
import { INVARIANTS, type InvariantName } from './invariants';
import { at, type Size } from './log';
import type { Model } from './models';
import { pictureOf, type Picture } from './picture';
import type { State } from './state';
import { StateTable } from './stateTable';

/** What a search came to. */
export interface Exploration {
  /** The first invariant found broken. The search ends there. */
  readonly violated: InvariantName | null;
  /** All that can be reached, or all that had been found until then. */
  readonly distinctStates: number;
  /** States on the way to the farthest one, as TLC counts them. */
  readonly diameter: number;
  /** A shortest way to the violation; empty without one. */
  readonly trace: readonly Picture[];
}

interface Found {
  violated: InvariantName | null;
}

/** Everything a model can reach, breadth first, until an invariant is broken. */
export function explore(
  model: Model,
  size: Size,
  invariants: readonly InvariantName[],
): Exploration {
  const codec = createCodec(size);
  const table = new StateTable();
  const actions = Object.values<Action>(model);
  const found: Found = { violated: null };
  let head = -1;
  const reach = (state: State): void => {
    if (found.violated !== null) return;
    const isNew = table.add(codec.quorumCode(state), codec.replicasCode(state), head);
    if (isNew) found.violated = invariants.find((name) => !INVARIANTS[name](state)) ?? null;
  };

  reach(codec.initial);
  let diameter = 1;
  let levelEnd = table.count;
  for (head = 0; head < table.count && found.violated === null; head++) {
    if (head === levelEnd) {
      diameter++;
      levelEnd = table.count;
    }
    const state = stateAt(codec, table, head);
    for (const action of actions) action(state, reach, size);
  }
  const { violated } = found;
  const trace = violated === null ? [] : traceTo(table.count - 1, table, codec, model, size);
  return { violated, distinctStates: table.count, diameter, trace };
}

function stateAt(codec: Codec, table: StateTable, index: number): State {
  const { quorum, requests, nextRecordId } = codec.quorumOf(table.quorumCode(index));
  const replicas = codec.replicasOf(table.replicasCode(index));
  return { quorum, requests, nextRecordId, replicas };
}

/** The table does not hold what was done, so each step is looked for once more. */
function traceTo(
  index: number,
  table: StateTable,
  codec: Codec,
  model: Model,
  size: Size,
): readonly Picture[] {
  const states = table.wayTo(index).map((on) => stateAt(codec, table, on));
  return states.map((state, step) => {
    if (step === 0) return pictureOf('Initial', state);
    const before = at(states, step - 1);
    const isIt = (next: State) =>
      codec.quorumCode(next) === codec.quorumCode(state) &&
      codec.replicasCode(next) === codec.replicasCode(state);
    const action = Object.entries<Action>(model).find(([, one]) =>
      statesAfter(one, before, size).some(isIt),
    );
    return pictureOf(action?.[0] ?? 'unknown', state);
  });
}

/** All states that one kind of step leads to. */
export function statesAfter(action: Action, state: State, size: Size): readonly State[] {
  const states: State[] = [];
  action(state, (next) => states.push(next), size);
  return states;
}
