import { describe, expect, it } from 'vitest';
import { isSettled } from '../../src/sim/settled';
import { startCluster } from '../cluster';
import type { Cluster } from '../cluster';
import { acknowledged, consumed, failed, fenced, happened, inSyncIs, running } from '../conditions';
import { underWay } from '../inFlight';
import type { Sought } from '../inFlight';

const far = { withinRackLatency: { minMs: 10, maxMs: 10 } };
const written: Sought = { type: 'produceRequest' };
const answer: Sought = { type: 'produceResponse' };
const copied: Sought = { type: 'fetchResponse', to: 'broker-2' };
const asked: Sought = { type: 'fetchRequest', from: 'broker-2' };

/** A settled cluster whose messages take 10 ms, and a record on its way. */
function producing(settings: Parameters<typeof startCluster>[0] = {}): Cluster {
  return startCluster({ ...far, ...settings })
    .settle()
    .produce('a')
    .until(underWay(written));
}

describe('a message that is held', () => {
  it('stays where it is, whatever time passes, and arrives after what was left of its way', () => {
    const cluster = producing().wait(3);
    const at = cluster.handle('holdMessage', written).now;
    cluster.wait(5_000);
    expect(cluster.log(1, 'orders-0')).toEqual([]);
    const [held] = cluster.world.network.held;
    expect(held).toMatchObject({ heldAt: at, byHand: true });
    const left = (held?.flight.arrivesAt ?? 0) - at;
    const releasedAt = cluster.handle('releaseMessage', written).now;
    cluster.until(happened('recordsAppended', { broker: 1 }));
    expect(cluster.now).toBe(releasedAt + left);
    cluster.until(acknowledged('a')).settle();
    expect(cluster.world.network.held).toEqual([]);
  });

  it('keeps back what is sent after it on its way, and both arrive in their order', () => {
    const cluster = producing({ acks: 1 }).handle('holdMessage', written);
    cluster.produce('b').wait(1_000);
    expect(cluster.log(1, 'orders-0')).toEqual([]);
    expect(cluster.world.network.held.map(({ byHand }) => byHand)).toEqual([true, false]);
    cluster.handle('releaseMessage', written).until(acknowledged('b'));
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
  });

  it('lets go of those behind it up to the next one that is held', () => {
    const cluster = producing({ acks: 1 }).handle('holdMessage', written);
    cluster.produce('b').wait(50).produce('c').wait(50).produce('d').wait(50);
    const third = cluster.world.network.held[2]?.flight.id ?? 0;
    cluster.act({ type: 'holdMessage', flight: third }).handle('releaseMessage', written).wait(500);
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
    cluster.act({ type: 'releaseMessage', flight: third }).wait(500);
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is given up by its producer, and may be written all the same when it is let go', () => {
    const cluster = producing().handle('holdMessage', written).until(failed('a'));
    expect(cluster.all('deliveryFailed', { mayBeWritten: true })).toHaveLength(1);
    cluster.handle('releaseMessage', written).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('lets the cluster rest when delivery.timeout.ms is over', () => {
    const cluster = producing().handle('holdMessage', written);
    const heldAt = cluster.now;
    cluster.wait(1_000);
    expect(isSettled(cluster.world)).toBe(false);
    cluster.settle();
    expect(cluster.now - heldAt).toBeGreaterThanOrEqual(120_000);
    expect(cluster.now - heldAt).toBeLessThan(125_000);
  });

  it('costs a follower its place in the in-sync set when it carries its records', () => {
    const cluster = producing({ acks: 1 }).until(happened('recordsAppended'));
    cluster.handle('holdMessage', copied).until(inSyncIs('orders-0', 1, 3));
    cluster.handle('releaseMessage', copied).settle();
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 3, 2]);
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
  });

  it('and was meant for a process that has died since says nothing to the next one', () => {
    const sought: Sought = { type: 'brokerHeartbeatResponse', to: 'broker-3' };
    const cluster = startCluster(far).settle().until(underWay(sought));
    cluster.handle('holdMessage', sought).crash(3).until(fenced(3)).start(3);
    cluster.until(happened('brokerRegistered', { broker: 3 })).wait(100);
    cluster.handle('releaseMessage', sought).settle();
    expect(cluster.world.brokers[3]?.lifecycle).toBe('RUNNING');
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
  });
});

describe('a message that is dropped', () => {
  it('with a batch in it is missed after request.timeout.ms, and the batch goes again', () => {
    const cluster = producing();
    const lostAt = cluster.handle('dropMessage', written).now;
    expect(cluster.all('messageLost', { because: 'dropped' })).toHaveLength(1);
    cluster.until(happened('produceRetried', { error: 'REQUEST_TIMED_OUT' }));
    expect(cluster.now - lostAt).toBeGreaterThan(29_900);
    cluster.until(acknowledged('a')).until(consumed('a')).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('with an acknowledgement in it costs a retry, which the leader knows', () => {
    const cluster = producing().until(underWay(answer)).handle('dropMessage', answer);
    cluster.until(acknowledged('a')).settle();
    expect(cluster.all('duplicateFound')).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it.each([asked, copied])(
    'of a fetch is missed after 30 s, and the follower comes back',
    (lost) => {
      const cluster = producing({ acks: 1 }).until(happened('recordsAppended'));
      const lostAt = cluster.until(underWay(lost)).handle('dropMessage', lost).now;
      cluster.until(happened('fetchFailed', { broker: 2, error: 'REQUEST_TIMED_OUT' }));
      expect(cluster.now - lostAt).toBeLessThanOrEqual(30_000);
      cluster.settle();
      expect(cluster.log(2, 'orders-0')).toEqual(['a']);
      expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toContain(2);
    },
  );

  it.each(['brokerHeartbeatRequest', 'brokerHeartbeatResponse'] as const)(
    'as %s is made up for by the next one',
    (type) => {
      const cluster = startCluster(far).settle().until(underWay({ type }));
      cluster.handle('dropMessage', { type }).wait(20_000);
      expect(cluster.all('brokerFenced')).toEqual([]);
    },
  );

  it.each(['alterPartitionRequest', 'alterPartitionResponse'] as const)(
    'as %s is sent again after controller.socket.timeout.ms',
    (type) => {
      const cluster = startCluster({ ...far, acks: 1 })
        .settle()
        .cutLink('broker-1', 'broker-3');
      cluster.produce('a').until(underWay({ type })).handle('dropMessage', { type });
      cluster.wait(31_000).healAll().settle();
      expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
      expect(cluster.log(3, 'orders-0')).toEqual(['a']);
    },
  );

  it.each(['metadataFetchRequest', 'metadataFetchResponse'] as const)(
    'as %s is asked for again after controller.quorum.request.timeout.ms',
    (type) => {
      const sought: Sought =
        type === 'metadataFetchRequest' ? { type, from: 'broker-2' } : { type, to: 'broker-2' };
      const cluster = startCluster(far).settle().changeMinInsyncReplicas(1).until(underWay(sought));
      const lostAt = cluster.handle('dropMessage', sought).changeMinInsyncReplicas(3).now;
      cluster.until(happened('metadataApplied', { broker: 2 })).settle();
      expect(cluster.now - lostAt).toBeLessThan(2_200);
      expect(cluster.world.brokers[2]?.image.offset).toBe(cluster.world.controller.image.offset);
    },
  );

  it('as the answer to a registration is asked for again', () => {
    const sought: Sought = { type: 'brokerRegistrationResponse' };
    const cluster = startCluster(far).settle().crash(3).until(fenced(3)).start(3);
    cluster.until(underWay(sought)).handle('dropMessage', sought).until(running(3)).settle();
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
  });

  it('lets go of what waited behind it', () => {
    const cluster = producing({ acks: 1 }).handle('holdMessage', written).produce('b').wait(100);
    cluster.handle('dropMessage', written).until(acknowledged('b')).until(acknowledged('a'));
    expect(cluster.log(1, 'orders-0')).toEqual(['b', 'a']);
  });
});

describe('a message that arrives twice', () => {
  it('with a batch in it is known by its sequence', () => {
    const cluster = producing()
      .handle('duplicateMessage', written)
      .until(acknowledged('a'))
      .settle();
    expect(cluster.all('duplicateFound')).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('with a batch in it is written twice without idempotence', () => {
    const cluster = producing({ enableIdempotence: false })
      .handle('duplicateMessage', written)
      .settle();
    expect(cluster.all('duplicateAppended')).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'a']);
  });

  it.each(['produceResponse', 'fetchResponse', 'metadataResponse'] as const)(
    'as %s is an answer to nothing the second time',
    (type) => {
      const cluster = producing().until(underWay({ type })).handle('duplicateMessage', { type });
      cluster.until(acknowledged('a')).until(consumed('a')).settle();
      expect(cluster.all('recordsAcknowledged')).toHaveLength(1);
      expect(cluster.all('recordsConsumed')).toHaveLength(1);
      for (const broker of [1, 2, 3]) expect(cluster.log(broker, 'orders-0')).toEqual(['a']);
    },
  );

  it('as a fetch opens a new session, and loses nothing', () => {
    const cluster = startCluster(far).settle().until(underWay(asked));
    cluster.handle('duplicateMessage', asked).produce('a').until(acknowledged('a')).settle();
    expect(cluster.all('fetchFailed')).toEqual([]);
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
  });

  it.each(['brokerRegistrationRequest', 'brokerHeartbeatRequest', 'metadataFetchRequest'] as const)(
    'as %s of a process that comes back does no harm',
    (type) => {
      const cluster = startCluster(far).settle().crash(3).until(fenced(3)).start(3);
      const sought: Sought = { type, from: 'broker-3' };
      cluster.until(underWay(sought)).handle('duplicateMessage', sought).until(running(3)).settle();
      expect(cluster.all('brokerRegistered', { broker: 3 })).toHaveLength(1);
      expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
    },
  );
});

describe('a message that is to arrive now', () => {
  it('arrives at the next tick, and what was sent before it on its way with it', () => {
    const cluster = producing({ acks: 1 }).produce('b').wait(6);
    const ids = cluster.world.flights.filter(({ message }) => message.type === 'produceRequest');
    expect(ids).toHaveLength(2);
    cluster.act({ type: 'deliverMessage', flight: ids[1]?.id ?? 0 }).wait(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
  });
});
