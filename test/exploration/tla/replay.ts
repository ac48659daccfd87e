import { isDeepStrictEqual } from 'node:util';
import { createCodec } from './codec';
import { statesAfter } from './explore';
import { INVARIANTS, type InvariantName } from './invariants';
import type { Size } from './log';
import { MODELS, type Model } from './models';
import { pictureOf, type Picture } from './picture';
import type { State } from './state';

/** A vector with the states on the way to a violation, as TLC found it. */
export interface TraceVector {
  readonly given: Size & { readonly spec: keyof typeof MODELS };
  /** What was done. The first state of the trace has none. */
  readonly when: { readonly actions: readonly string[] };
  readonly expect: {
    readonly violated: InvariantName;
    readonly violatedAtState: number;
    readonly states: readonly Picture[];
  };
}

/** How far a trace can be followed. */
export interface Replay {
  /** The invariant of the vector, once it is broken. */
  readonly violated: InvariantName | null;
  /** The first state in which it is; the initial one is 0. */
  readonly violatedAtState: number | null;
  /** Up to the first one that its action does not lead to. */
  readonly states: readonly Picture[];
}

/**
 * Goes the way of a trace. A trace does not show everything, so every state that looks like the
 * wanted one is followed; those that do are alike in all that an invariant looks at.
 */
export function replayTrace({ given, when, expect }: TraceVector): Replay {
  const model: Model = MODELS[given.spec];
  const states: Picture[] = [];
  let violatedAtState: number | null = null;
  let candidates: readonly State[] = [createCodec(given).initial];
  for (const [step, wanted] of expect.states.entries()) {
    const name = step === 0 ? 'Initial' : (when.actions[step - 1] ?? '');
    const action = model[name];
    if (action !== undefined) {
      candidates = candidates.flatMap((state) => statesAfter(action, state, given));
    } else if (step > 0) break;
    candidates = candidates.filter((state) =>
      isDeepStrictEqual(pictureOf(name, state), inOrder(wanted)),
    );
    const [state] = candidates;
    if (state === undefined) break;
    states.push(pictureOf(name, state));
    if (!INVARIANTS[expect.violated](state)) violatedAtState ??= step;
  }
  const violated = violatedAtState === null ? null : expect.violated;
  return { violated, violatedAtState, states };
}

/** The members of an ISR are a set: a trace may name them in any order. */
function inOrder({ action, quorum, replicas }: Picture): Picture {
  const ordered = Object.entries(replicas).map(([id, replica]) => {
    return [id, { ...replica, isr: replica.isr.toSorted((a, b) => a - b) }] as const;
  });
  return {
    action,
    quorum: { ...quorum, isr: quorum.isr.toSorted((a, b) => a - b) },
    replicas: Object.fromEntries(ordered),
  };
}
