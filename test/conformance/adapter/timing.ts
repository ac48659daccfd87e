import { runTimers } from '../../../src/sim/broker/broker';
import { KAFKA } from '../../../src/sim/config';
import { runController } from '../../../src/sim/controller/controller';
import { controllerDueAt } from '../../../src/sim/controller/deadlines';
import { touch } from '../../../src/sim/controller/sessions';
import type { ControllerTurn } from '../../../src/sim/controller/turn';
import { rowOf } from '../../../src/sim/table';
import { adapter } from './adapter';
import { controllerWith } from './controllerRig';
import { FOLLOWER, LEADER, leading } from './pair';
import * as rig from './rig';
import { beginStory, produce, stop } from './story';

/** When something happened, for every phase that the periodic task could be in. */
interface Observed {
  readonly firstMs: number;
  readonly lastMs: number;
}

export const timingAdapter = adapter<Readonly<Record<string, unknown>>, unknown>((given) => {
  if ('broker.session.timeout.ms' in given) {
    const { firstMs, lastMs } = observed(KAFKA.staleBrokerCheckMs, 1, fencedAfterMs);
    return { fencedNotBeforeMs: firstMs, fencedNotAfterMs: lastMs };
  }
  if ('replica.lag.time.max.ms' in given) {
    const { firstMs, lastMs } = observed(KAFKA.replicaLagTimeMaxMs / 2, 100, proposedAfterMs);
    return { removalRequestedNotBeforeMs: firstMs, removalRequestedNotAfterMs: lastMs };
  }
  if ('leader.imbalance.check.interval.seconds' in given) {
    const { lastMs } = observed(KAFKA.leaderImbalanceCheckMs, 1_000, movedBackAfterMs);
    return { movedBackNotAfterMs: lastMs };
  }
  return { failsWithTimeoutAfterMs: timeoutAfterMs() };
});

function observed(periodMs: number, stepMs: number, after: (phaseMs: number) => number): Observed {
  const phases = Array.from({ length: periodMs / stepMs }, (_, n) => after(1 + n * stepMs));
  return { firstMs: Math.min(...phases), lastMs: Math.max(...phases) };
}

function fencedAfterMs(phaseMs: number): number {
  const image = rig.imageOf([rig.registration(1, 101)], {}, 1);
  const turn = { wire: rig.wireAt(phaseMs), controller: controllerWith(image) };
  touch(turn, 1);
  return runUntil(turn, ({ controller }) => controller.image.brokers[1]?.fenced === true);
}

function movedBackAfterMs(phaseMs: number): number {
  const brokers = [rig.registration(1, 101), rig.registration(2, 102)];
  const partition = rig.partitionWith({ replicas: [1, 2], leader: 2 });
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, 1);
  const controller = { ...controllerWith(image), preferredElectionDueAt: rig.NOW + phaseMs };
  const turn = { wire: rig.wireAt(rig.NOW), controller };
  return runUntil(turn, (after) => leaderIn(after) === 1);
}

function leaderIn({ controller }: ControllerTurn): number {
  return rowOf(controller.image.partitions, rig.PARTITION).leader;
}

// The controller does what is due, from deadline to deadline.
function runUntil(begun: ControllerTurn, holds: (turn: ControllerTurn) => boolean): number {
  let turn = begun;
  while (!holds(turn)) {
    const now = controllerDueAt(turn.controller);
    if (now === null) throw new Error('Nothing is due.');
    turn = { wire: rig.wireAt(now), controller: turn.controller };
    runController(turn);
  }
  return turn.wire.now - begun.wire.now;
}

function proposedAfterMs(phaseMs: number): number {
  const brokers = [rig.registration(LEADER, 101), rig.registration(FOLLOWER, 102)];
  const partition = rig.partitionWith({ replicas: [LEADER, FOLLOWER] });
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, 1);
  const replica = leading(rig.replicaWith([0, 0]), 0);
  const inSyncCheckDueAt = rig.NOW + phaseMs;
  let broker = { ...rig.brokerWith(LEADER, image, [replica]), inSyncCheckDueAt };
  for (;;) {
    const turn = rig.turnAt(broker.inSyncCheckDueAt, broker);
    runTimers(turn);
    if (rig.takeSaid(turn).length > 0) return turn.wire.now - rig.NOW;
    const next = turn.broker.inSyncCheckDueAt;
    if (next === null) throw new Error('The check does not come again.');
    broker = { ...turn.broker, inSyncCheckDueAt: next };
  }
}

// The one broker is down, so every attempt fails, and the producer tries again and again.
function timeoutAfterMs(): number {
  const story = beginStory({ replicas: [0], minIsr: 1 });
  stop(story, 1);
  const sentAt = story.world.now + 1;
  produce(story, 'x');
  const failed = story.world.producers['producer-1']?.failed.flat().at(-1);
  if (failed?.error !== 'TimeoutException') throw new Error('It has not timed out.');
  return failed.at - sentAt;
}
