import { at, logsOf, type Log, type Size } from './log';
import { initialState, NONE, type Leadership, type Replica, type State } from './state';

/** A state as two numbers, which are equal exactly when the states are. */
export interface Codec extends QuorumCodec, ReplicasCodec {
  readonly initial: State;
}

interface QuorumCodec {
  /** The quorum, the requests and the next record's id, below 2 ** 31. */
  readonly quorumCode: (state: State) => number;
  readonly quorumOf: (code: number) => Omit<State, 'replicas'>;
}

interface ReplicasCodec {
  /** All replicas, below 2 ** 53. */
  readonly replicasCode: (state: State) => number;
  readonly replicasOf: (code: number) => readonly Replica[];
}

/** How states of a size are packed. Throws when they are too many for two numbers. */
export function createCodec(size: Size): Codec {
  const logs = logsOf(size);
  const initial = initialState(size.replicas, at(logs, 0));
  return { initial, ...quorumCodec(size, initial.quorum), ...replicasCodec(size, logs) };
}

/**
 * The quorum itself is the last request but for its ISR, so its ISR is all that is packed of it.
 * There are few quorums, so each is unpacked once.
 */
function quorumCodec(size: Size, first: Leadership): QuorumCodec {
  const { maxRecords, maxLeaderEpoch, replicas } = size;
  const isrs = 2 ** replicas;
  const requestCodes = 1 + (replicas + 1) * isrs;
  const ids = maxRecords + 1;
  assertFits(ids * isrs * requestCodes ** (maxLeaderEpoch + 1), 2 ** 31);
  const unpacked = new Map<number, Omit<State, 'replicas'>>();

  const unpack = (code: number): Omit<State, 'replicas'> => {
    const requests: Leadership[] = [];
    let rest = Math.floor(code / (ids * isrs));
    for (; rest > 0; rest = Math.floor(rest / requestCodes)) {
      const request = (rest % requestCodes) - 1;
      const leader = Math.floor(request / isrs) + NONE;
      requests.push({ leader, leaderEpoch: requests.length, isr: request % isrs });
    }
    const isr = Math.floor(code / ids) % isrs;
    return { quorum: { ...(requests.at(-1) ?? first), isr }, requests, nextRecordId: code % ids };
  };

  return {
    quorumCode: ({ quorum, requests, nextRecordId }) => {
      let code = 0;
      for (let epoch = requests.length - 1; epoch >= 0; epoch--) {
        const { leader, isr } = at(requests, epoch);
        code = code * requestCodes + 1 + (leader - NONE) * isrs + isr;
      }
      return (code * isrs + quorum.isr) * ids + nextRecordId;
    },
    quorumOf: (code) => {
      const known = unpacked.get(code) ?? unpack(code);
      unpacked.set(code, known);
      return known;
    },
  };
}

function replicasCodec(size: Size, logs: readonly Log[]): ReplicasCodec {
  const { logSize, maxLeaderEpoch, replicas } = size;
  const [leaders, epochs, isrs, marks] = [
    replicas + 1,
    maxLeaderEpoch + 2,
    2 ** replicas,
    logSize + 1,
  ];
  const codes = leaders * epochs * isrs * marks * logs.length;
  assertFits(codes ** replicas, 2 ** 53);

  const pack = ({ leader, leaderEpoch, isr, hw, log }: Replica): number =>
    (((log.number * marks + hw) * isrs + isr) * epochs + leaderEpoch + 1) * leaders + leader - NONE;

  const unpack = (id: number, code: number): Replica => {
    let rest = code;
    const next = (base: number): number => {
      const digit = rest % base;
      rest = (rest - digit) / base;
      return digit;
    };
    const [leader, leaderEpoch] = [next(leaders) + NONE, next(epochs) - 1];
    const [isr, hw] = [next(isrs), next(marks)];
    return { id, leader, leaderEpoch, isr, hw, log: at(logs, rest) };
  };

  return {
    replicasCode: (state) => {
      let code = 0;
      for (const replica of state.replicas) code = code * codes + pack(replica);
      return code;
    },
    replicasOf: (code) => {
      const unpacked: Replica[] = [];
      let rest = code;
      for (let id = replicas - 1; id >= 0; id--) {
        const digit = rest % codes;
        rest = (rest - digit) / codes;
        unpacked[id] = unpack(id, digit);
      }
      return unpacked;
    },
  };
}

function assertFits(codes: number, limit: number): void {
  if (codes > limit) throw new Error(`${codes} codes are too many: there may be ${limit}.`);
}
