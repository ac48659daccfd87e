import { expect, it } from 'vitest';
import type { World } from '../../src/sim/world';
import { rowOf } from '../../src/sim/table';
import { isAtSettledEnd } from '../../src/store/selectors';
import { frameAt, toldMoments } from '../../src/timeline/recording';
import { startCluster, type Cluster } from '../cluster';
import { acknowledged, consumed, failed, fenced, happened, hasRecords } from '../conditions';
import { inSyncIs, leaderIs, running } from '../conditions';
import { runningStore } from '../runningStore';

// What other pictures of Kafka get wrong, promised here.

const ORDERS = 'orders-0';
const FAR = { minMs: 40, maxMs: 40 };

it(
  'with three copies, a minimum of two and acks=all, what is acknowledged while the old leader ' +
    'is gone survives its return: it comes back as a follower, truncates by epoch, catches up, ' +
    'and only then rejoins',
  () => {
    const cluster = startCluster({ seed: 1, minInsyncReplicas: 2 }).settle();
    // Nobody gets its last record.
    for (const follower of [2, 3] as const) cluster.cutLink('broker-1', `broker-${follower}`);
    cluster
      .produce('torn')
      .until(hasRecords(1, ORDERS, 1))
      .crash(1)
      .wait(20)
      .healAll()
      .until(leaderIs(ORDERS, 2));
    for (const value of ['b', 'c', 'd']) cluster.produce(value).until(acknowledged(value));
    cluster
      .start(1)
      .until(inSyncIs(ORDERS, 1, 2, 3))
      .settle();

    const tale = tellOf(cluster, 1);
    expect(tale).toEqual(['becameFollower', 'logTruncated', 'recordsReplicated', 'rejoined']);
    expect(cluster.all('logTruncated', { broker: 1 })[0]?.event.because).toBe('divergence');
    expect(cluster.replica(1, ORDERS).role.type).toBe('follower');
    for (const broker of [1, 2, 3]) {
      expect(cluster.log(broker, ORDERS)).toEqual(expect.arrayContaining(['b', 'c', 'd']));
      expect(cluster.log(broker, ORDERS)).toEqual(cluster.log(2, ORDERS));
    }
  },
);

it(
  'when a follower crashes, the in-sync set shrinks once it is fenced, and the high watermark ' +
    'moves on: it does not stand still for ever',
  () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(3).wait(20).produce('a').wait(3_000);
    expect(cluster.replica(1, ORDERS).highWatermark).toBe(0);
    cluster.until(fenced(3)).until(acknowledged('a')).settle();
    expect(inSync(cluster.world)).toEqual([1, 2]);
    expect(cluster.replica(1, ORDERS).highWatermark).toBe(1);
    expect(cluster.replica(2, ORDERS).highWatermark).toBe(1);
  },
);

it('a recovered follower rejoins the in-sync set by itself, and its log has no hole', () => {
  const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
  cluster.crash(3).until(fenced(3));
  for (const value of ['b', 'c']) cluster.produce(value).until(acknowledged(value));
  cluster
    .start(3)
    .produce('d')
    .until(inSyncIs(ORDERS, 1, 2, 3))
    .settle();
  const { records } = cluster.replica(3, ORDERS).log;
  expect(records.map(({ offset }) => offset)).toEqual([0, 1, 2, 3]);
  expect(records.map(({ value }) => value)).toEqual(['a', 'b', 'c', 'd']);
});

it(
  'with one in sync and a minimum of two, acks=all is refused with NOT_ENOUGH_REPLICAS; acks=1 ' +
    'is acknowledged, but stays above the high watermark, unread',
  () => {
    const alone = startCluster({ seed: 1, minInsyncReplicas: 2 }).settle().crash(2).crash(3);
    alone.until(inSyncIs(ORDERS, 1));
    alone
      .fork()
      .produce('a')
      .until(happened('produceRefused', { error: 'NOT_ENOUGH_REPLICAS' }));
    alone.changeAcks(1).produce('b').until(acknowledged('b')).wait(20_000);
    expect(alone.log(1, ORDERS)).toEqual(['b']);
    expect(alone.replica(1, ORDERS).highWatermark).toBe(0);
    expect(alone.all('recordsConsumed')).toEqual([]);
  },
);

it(
  'when the last in-sync replica dies and the others return first, they wait, or an eligible one ' +
    'is elected, as the rules say; when it returns the partition is back',
  () => {
    const waits = startCluster({ eligibleLeaderReplicas: false, minInsyncReplicas: 1 }).settle();
    lastOneDies(waits);
    expect(inSync(waits.world)).toEqual([1]);
    waits.start(2).start(3).until(running(2)).until(running(3)).wait(60_000);
    expect(registrationIn(waits.world).leader).toBe(-1);
    waits.start(1).until(leaderIs(ORDERS, 1)).settle();
    expect(waits.log(2, ORDERS)).toEqual(['a', 'b']);

    const elects = startCluster({ eligibleLeaderReplicas: true, minInsyncReplicas: 2 }).settle();
    elects.produce('a').until(acknowledged('a')).crash(3).until(fenced(3));
    // Broker 2 is not down: the controller only hears nothing from it.
    elects.cutLink('controller', 'broker-2').until(fenced(2)).crash(1).until(fenced(1));
    expect(registrationIn(elects.world)).toMatchObject({ leader: -1, inSync: [] });
    expect(new Set(registrationIn(elects.world).eligible)).toEqual(new Set([1, 2]));
    elects.start(3).until(running(3)).wait(60_000);
    expect(registrationIn(elects.world).leader).toBe(-1);
    elects.healAll().until(leaderIs(ORDERS, 2)).start(1).settle();
    expect(elects.all('leaderElected', { by: 'eligible' })).toHaveLength(1);
    expect(elects.log(1, ORDERS)).toEqual(['a']);
  },
);

it(
  'with every broker down no send succeeds, and nothing that was not written appears after the ' +
    'restart',
  () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    for (const broker of [1, 2, 3]) cluster.crash(broker);
    cluster.produce('b').until(failed('b'));
    expect(cluster.all('recordsAcknowledged')).toHaveLength(1);
    for (const broker of [1, 2, 3]) cluster.start(broker);
    cluster.settle().wait(60_000);
    for (const broker of [1, 2, 3]) expect(cluster.log(broker, ORDERS)).toEqual(['a']);
  },
);

it(
  'a lagging replica never leads while an in-sync one is alive, and a record that it lacks never ' +
    'appears on it except by fetching',
  () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink('broker-1', 'broker-2');
    cluster
      .produce('a')
      .until(inSyncIs(ORDERS, 1, 3))
      .until(acknowledged('a'))
      .settle();
    expect(cluster.log(2, ORDERS)).toEqual([]);
    // Broker 2 is alive and comes first in the assignment.
    cluster.crash(1).until(happened('leaderElected'));
    expect(registrationIn(cluster.world).leader).toBe(3);
    cluster.settle();
    const fetched = cluster.all('recordsReplicated', { broker: 2 }).flatMap(({ event }) => event);
    expect(fetched.map(({ leader, recordIds }) => ({ leader, recordIds }))).toEqual([
      { leader: 3, recordIds: [1] },
    ]);
    expect(cluster.log(2, ORDERS)).toEqual(['a']);
  },
);

it(
  'a producer cut off from the leader delivers nothing across the cut; a follower cut off falls ' +
    'out of the set by time, not by count',
  () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle();
    const apart = cluster.fork().cutLink('producer-1', 'broker-1').produce('a').wait(60_000);
    for (const broker of [1, 2, 3]) expect(apart.log(broker, ORDERS)).toEqual([]);
    apart.healAll().until(acknowledged('a')).settle();
    expect(apart.log(1, ORDERS)).toEqual(['a']);

    cluster.cutLink('broker-1', 'broker-3').wait(1_000);
    const cutFor = [1, 50].map((records) => {
      const behind = cluster.fork();
      for (let nth = 1; nth <= records; nth++) behind.produce(`v${nth}`);
      const since = behind.now;
      return behind.until(inSyncIs(ORDERS, 1, 2)).now - since;
    });
    // replica.lag.time.max.ms, looked at every half of it.
    for (const ms of cutFor) expect(ms).toBeGreaterThan(28_000);
    for (const ms of cutFor) expect(ms).toBeLessThanOrEqual(46_000);
    expect(Math.abs((cutFor[0] ?? 0) - (cutFor[1] ?? 0))).toBeLessThanOrEqual(100);
  },
);

it('stepping back undoes exactly one event; stepping forward again gives the same world', () => {
  const store = runningStore();
  const shown = () => frameAt(store.getState().recording, store.getState().playhead).world;
  const told = () => {
    const { recording, playhead } = store.getState();
    return toldMoments(recording).filter(({ story }) => story <= playhead).length;
  };
  store.getState().act({ type: 'crashBroker', broker: 1 });
  const worlds = [shown()];
  while (!isAtSettledEnd(store.getState())) {
    store.getState().stepForward();
    worlds.push(shown());
  }
  store.getState().stepBack();
  for (let left = told(); left > 0; left--) {
    expect(told()).toBe(left);
    store.getState().stepBack();
  }
  expect(told()).toBe(0);
  expect(shown()).toEqual(worlds[0]);
  for (const world of worlds.slice(1)) {
    store.getState().stepForward();
    expect(shown()).toEqual(world);
  }
});

it('followers fetch in parallel and at their own pace; nobody pushes', () => {
  const racks = { 1: 'a', 2: 'a', 3: 'b' };
  const cluster = startCluster({ seed: 1, racks, betweenRacksLatency: FAR, acks: 1 }).settle();
  const fromLeader = new Set<string>();
  const underWay = new Set<string>();
  const watched = {
    says: 'both followers have it',
    holds: ({ world }: { readonly world: World }) => {
      const fetches = world.flights.filter(({ message }) => message.type === 'fetchRequest');
      underWay.add(fetches.map(({ from }) => from).join(' '));
      for (const { from, to, message } of world.flights) {
        if (from === 'broker-1' && to.startsWith('broker-')) fromLeader.add(message.type);
      }
      return [2, 3].every((id) => world.brokers[id]?.replicas[ORDERS]?.log.records.length === 3);
    },
  };
  for (const value of ['a', 'b', 'c']) cluster.produce(value).wait(20);
  cluster.until(watched);
  // Everything that the leader sends a follower is the answer to a fetch of it.
  expect([...fromLeader]).toEqual(['fetchResponse']);
  const rounds = (broker: number) => cluster.all('recordsReplicated', { broker });
  expect(rounds(2).length).toBeGreaterThan(rounds(3).length);
  expect(rounds(2).at(-1)?.at).toBeLessThan(rounds(3).at(-1)?.at ?? 0);
});

/** What becomes of a broker that comes back, each kind of event once and in order. */
function tellOf({ history }: Cluster, broker: number): readonly string[] {
  const since = history.findLastIndex(({ event }) => event.type === 'brokerStarted');
  const types = history.slice(since).flatMap(({ event }) => {
    if (event.type === 'inSyncReplicasChanged')
      return event.to.includes(broker) ? ['rejoined'] : [];
    const isIts = 'broker' in event && event.broker === broker;
    const isOfTale = ['becameFollower', 'logTruncated', 'recordsReplicated'].includes(event.type);
    return isIts && isOfTale ? [event.type] : [];
  });
  return [...new Set(types)];
}

/** Two leave, a record is written by the one that is left, and then that goes, too. */
function lastOneDies(cluster: Cluster): void {
  cluster.produce('a').until(acknowledged('a')).until(consumed('a'));
  cluster.crash(2).until(fenced(2)).crash(3).until(fenced(3));
  cluster.produce('b').until(acknowledged('b')).crash(1).until(fenced(1));
}

function registrationIn(world: World) {
  return rowOf(world.controller.image.partitions, ORDERS);
}

function inSync(world: World): readonly number[] {
  return registrationIn(world).inSync;
}
