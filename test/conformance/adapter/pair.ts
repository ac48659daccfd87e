import { deliverToBroker, runTimers } from '../../../src/sim/broker/broker';
import { follow } from '../../../src/sim/broker/fetcher';
import { newProgress } from '../../../src/sim/broker/inSync';
import type { BrokerState, Replica } from '../../../src/sim/broker/state';
import { brokerNode } from '../../../src/sim/ids';
import type { Tick } from '../../../src/sim/ids';
import type { Message } from '../../../src/sim/message';
import type { Outgoing } from '../../../src/sim/network';
import { NOW, PARTITION, brokerWith, imageOf, partitionWith, registration, turnAt } from './rig';
import type { BrokerTurn } from '../../../src/sim/broker/turn';

export const LEADER = 1;
export const FOLLOWER = 2;

const THIRD = 3;

/** A leader, a follower, and what they have said and nobody has yet heard. */
export interface Pair {
  now: Tick;
  leader: BrokerState;
  follower: BrokerState;
  said: Outgoing[];
}

/** What the two replicas look like; each broker believes in an epoch of its own. */
export interface PairCase {
  readonly leader: Replica;
  readonly leaderEpoch: number;
  readonly follower: Replica;
  readonly followerEpoch: number;
  /** The leader's high watermark is to stay as it is. */
  readonly isHeldBack?: boolean;
}

/** Two brokers, both in sync, of which the follower has just begun to fetch. */
export function pairOf(pair: PairCase): Pair {
  const brokers = [registration(LEADER, 101), registration(FOLLOWER, 102)];
  const imageAt = (leaderEpoch: number) => {
    const partition = partitionWith({ replicas: [LEADER, FOLLOWER], leaderEpoch });
    return imageOf(brokers, { [PARTITION]: partition }, 1);
  };
  const leader = leading(pair.leader, pair.leaderEpoch);
  const follower: Replica = {
    ...pair.follower,
    leader: LEADER,
    leaderEpoch: pair.followerEpoch,
    partitionEpoch: 0,
    role: { type: 'follower', fetches: true },
  };
  const both: Pair = {
    now: NOW,
    leader: brokerWith(LEADER, imageAt(pair.leaderEpoch), [
      pair.isHeldBack === true ? heldBack(leader) : leader,
    ]),
    follower: brokerWith(FOLLOWER, imageAt(pair.followerEpoch), [follower]),
    said: [],
  };
  act(both, 'follower', (turn) => follow(turn, PARTITION, LEADER));
  return both;
}

/** A replica whose high watermark stays: a third in-sync replica has come no further. */
function heldBack(replica: Replica): Replica {
  if (replica.role.type !== 'leader') throw new Error('Only a leader is held back.');
  const progress = { ...newProgress(true, NOW, 103), logEndOffset: replica.highWatermark };
  const followers = { ...replica.role.followers, [THIRD]: progress };
  const inSync = { type: 'committed', inSync: [LEADER, FOLLOWER, THIRD] } as const;
  return { ...replica, role: { ...replica.role, inSync, followers } };
}

/** A replica as its leader has it, with an in-sync follower of whom nothing is known yet. */
export function leading(replica: Replica, leaderEpoch: number): Replica {
  return {
    ...replica,
    leader: LEADER,
    leaderEpoch,
    partitionEpoch: 0,
    role: {
      type: 'leader',
      epochStartOffset: 0,
      inSync: { type: 'committed', inSync: [LEADER, FOLLOWER] },
      followers: { [FOLLOWER]: newProgress(true, NOW, 102) },
    },
  };
}

/** Lets one of the two do something, and its timers run after it, as in a tick. */
export function act(
  pair: Pair,
  who: 'leader' | 'follower',
  deed: (turn: BrokerTurn) => void,
): void {
  const turn = turnAt(pair.now, pair[who]);
  deed(turn);
  runTimers(turn);
  pair[who] = turn.broker;
  pair.said.push(...turn.wire.outbox);
}

/** Delivers the first message of a kind; says which it was, null when none is under way. */
export function deliverNext<Type extends Message['type']>(
  pair: Pair,
  type: Type,
): Extract<Message, { type: Type }> | null {
  const outgoing = pair.said.find(({ message }) => message.type === type);
  if (outgoing === undefined || !isOf(outgoing.message, type)) return null;
  pair.said.splice(pair.said.indexOf(outgoing), 1);
  const who = outgoing.to === brokerNode(LEADER) ? 'leader' : 'follower';
  const flight = { ...outgoing, id: 1, sentAt: pair.now, arrivesAt: pair.now };
  act(pair, who, (turn) => deliverToBroker(turn, flight));
  return outgoing.message;
}

/** Lets time pass, and both do what is due by then. */
export function wait(pair: Pair, ms: number): void {
  pair.now += ms;
  act(pair, 'leader', () => {});
  act(pair, 'follower', () => {});
}

function isOf<Type extends Message['type']>(
  message: Message,
  type: Type,
): message is Extract<Message, { type: Type }> {
  return message.type === type;
}
