import {
  runTlaExhaustive,
  runTlaTrace,
  runTlaViolation,
  type GivenModel,
  type GivenViolation,
} from '../../exploration/tla/adapter';
import type { InvariantName } from '../../exploration/tla/invariants';
import type { TraceVector } from '../../exploration/tla/replay';
import { adapter, type Adapter } from './adapter';

// These are the only rules that do not run the simulation: they are of Kafka's TLA+ models, older
// versions of the protocol among them, and test/exploration/tla is a port of those.

/** TLC searches with two workers, so its way may be a state or two longer than the shortest. */
const LONGER_MAX = 2;

interface ViolationVector {
  readonly given: GivenViolation;
  readonly expect: { readonly violated: InvariantName };
}

export const tlaExhaustiveAdapter = adapter((given: GivenModel) => runTlaExhaustive(given), {
  sets: ['invariants'],
});

export const tlaViolationAdapter: Adapter = {
  run: (vector) => {
    // What a vector holds is known to its adapter only, and is taken at its word.
    const { given, expect }: ViolationVector = JSON.parse(JSON.stringify(vector));
    const first = runTlaViolation(given);
    const { violated } = expect;
    if (violated === first.violated || !given.checked?.includes(violated)) return first;
    // Where two are broken after about as many steps, either worker may be the first to say so.
    const other = runTlaViolation({ ...given, checked: [violated] });
    return other.traceStates - first.traceStates <= LONGER_MAX ? other : first;
  },
  how: { atMostLess: { traceStates: LONGER_MAX } },
  skip: () => null,
};

/** What is followed is the trace itself, which stands in what is expected. */
export const tlaTraceAdapter: Adapter = {
  run: (vector) => {
    const copy: TraceVector = JSON.parse(JSON.stringify(vector));
    return runTlaTrace(copy);
  },
  how: { sets: ['isr'] },
  skip: () => null,
};
