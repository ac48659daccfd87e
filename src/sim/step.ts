import { runTimers } from './broker/broker';
import { resumeWhenOver } from './broker/receive';
import { runConsumerTimers } from './client/consumer';
import { runProducerTimers } from './client/producer';
import { brokenPromises } from './brokenPromises';
import type { StampedCommand } from './command';
import { runController } from './controller/controller';
import { deliver } from './deliver';
import { brokerTurn, close, consumerTurn, openDraft, producerTurn, takeDue } from './draft';
import type { Draft } from './draft';
import type { Event } from './event';
import type { Tick } from './ids';
import { obey } from './obey';
import { lostRecordsAfter } from './lostRecords';
import { earliest, rowsOf } from './table';
import { withLeaderNow } from './withLeaderNow';
import type { World } from './world';

/** A world and what happened on the way to it. */
export interface Step {
  readonly world: World;
  readonly events: readonly Event[];
}

/**
 * One tick of the whole cluster. The clock hops to the next tick at which anything is due, or to
 * that of the first command if it is sooner; commands of later ticks are left alone. Throws when a
 * command is stamped with a tick that has passed.
 */
export function step(world: World, commands: readonly StampedCommand[]): Step {
  const now = nextTick(world, commands);
  const draft = openDraft(world, now);
  const dueCommands = commands.filter(({ at }) => at === now);

  for (const { command } of dueCommands) obey(draft, command); // people act first
  for (const flight of takeDue(draft)) deliver(draft, flight); // then messages arrive, oldest first
  runBrokers(draft); // heartbeats, fetches, waits that are over, followers that lag
  runClients(draft); // batches that have lingered, retries, polls
  runController(draft.controller); // sessions that have ended, elections; then the news goes out
  const after = close(draft); // what was sent joins the network last
  const events = withLeaderNow(after.events, after.world);
  const broken = brokenPromises(world, after.world, events);
  const lostRecords = lostRecordsAfter(after.world, events, broken);
  const isSame = lostRecords === world.lostRecords;
  const told = isSame ? after.world : { ...after.world, lostRecords };
  return { world: told, events: [...events, ...broken] };
}

/** The next tick at which anything is due without anybody acting. */
export function nextDueAt(world: World): Tick {
  const due = earliest([
    world.flights[0]?.arrivesAt ?? null,
    world.controller.dueAt,
    ...dueTimes(world.brokers),
    ...dueTimes(world.producers),
    ...dueTimes(world.consumers),
  ]);
  if (due === null || due <= world.now) {
    throw new Error(`Nothing is due after tick ${world.now}: the clock would stand still.`);
  }
  return due;
}

// Who was touched in this tick, or has something due.
function runBrokers(draft: Draft): void {
  const { now } = draft.wire;
  for (const { id, dueAt } of rowsOf(draft.base.brokers)) {
    if (!isDue(dueAt, now) && !draft.brokers.has(id)) continue;
    const turn = brokerTurn(draft, id);
    resumeWhenOver(turn);
    runTimers(turn);
  }
  for (const [id, turn] of draft.brokers) {
    if (draft.base.brokers[id] === undefined) runTimers(turn); // it was added in this tick
  }
}

function runClients(draft: Draft): void {
  const { base, wire } = draft;
  const topic = { name: base.settings.topic, partitions: base.settings.partitions };
  for (const { id, dueAt } of rowsOf(base.producers)) {
    const isAwake = isDue(dueAt, wire.now) || draft.producers.has(id);
    if (isAwake) runProducerTimers(producerTurn(draft, id), topic);
  }
  for (const { id, dueAt } of rowsOf(base.consumers)) {
    const isAwake = isDue(dueAt, wire.now) || draft.consumers.has(id);
    if (isAwake) runConsumerTimers(consumerTurn(draft, id));
  }
}

function isDue(at: Tick | null, now: Tick): boolean {
  return at !== null && at <= now;
}

function nextTick(world: World, commands: readonly StampedCommand[]): Tick {
  const due = nextDueAt(world);
  const first = commands[0]?.at ?? due;
  if (first <= world.now) throw new Error(`Tick ${first} has passed; it is ${world.now}.`);
  return Math.min(due, first);
}

function dueTimes(table: {
  readonly [id in string | number]?: { readonly dueAt: Tick | null };
}): readonly (Tick | null)[] {
  return rowsOf(table).map(({ dueAt }) => dueAt);
}
