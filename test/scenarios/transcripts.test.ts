import { describe, it } from 'vitest';
import { startCluster } from '../cluster';
import { acknowledged, consumed, failed, fenced, inSyncIs, leaderIs, running } from '../conditions';
import { expectTranscript } from '../transcript';

describe('what people read when', () => {
  it('a record is produced with acks=all and read', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.produce('a').until(acknowledged('a')).until(consumed('a')).settle();
    expectTranscript('produce', cluster);
  });

  it('a leader crashes while a record is under way', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster.produce('b').wait(7);
    cluster.crash(1).until(leaderIs('orders-0', 2)).until(acknowledged('b')).settle();
    expectTranscript('crash-of-a-leader', cluster);
  });

  it('a follower crashes and acks=all waits for it until it is fenced', () => {
    const cluster = startCluster({ seed: 2 });
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster.crash(3).wait(20);
    cluster.produce('b').until(acknowledged('b')).settle();
    expectTranscript('crash-of-a-follower', cluster);
  });

  it('a broker comes back, catches up and joins', () => {
    const cluster = startCluster({ seed: 3 });
    cluster.crash(1).until(leaderIs('orders-0', 2)).settle();
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster
      .start(1)
      .until(running(1))
      .until(inSyncIs('orders-0', 1, 2, 3))
      .settle();
    expectTranscript('recovery', cluster);
  });

  it('all replicas go down, and the eligible one leads again', () => {
    const cluster = startCluster({ seed: 4 });
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster.crash(1).until(fenced(1)).crash(2).until(fenced(2)).crash(3).until(fenced(3)).settle();
    cluster.start(3).until(running(3)).settle();
    cluster.start(2).start(1).settle();
    expectTranscript('all-replicas-down', cluster);
  });

  it('the only copy goes down and a record cannot be delivered', () => {
    const cluster = startCluster({ seed: 5, replicationFactor: 1, minInsyncReplicas: 1 });
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster.crash(1).wait(20);
    cluster.produce('b').until(failed('b')).settle();
    cluster.start(1).until(leaderIs('orders-0', 1)).settle();
    expectTranscript('factor-1', cluster);
  });

  it('a dead broker is replaced by one with another id', () => {
    const cluster = startCluster({ seed: 6 });
    cluster.produce('a').until(acknowledged('a')).settle().crash(1).until(fenced(1));
    cluster.addBroker(4).until(running(4)).reassign('orders-0', 4, 2, 3).settle();
    cluster.unregister(1).elect('PREFERRED', 'orders-0').settle();
    expectTranscript('replacement', cluster);
  });

  it('a reassignment that cannot end is cancelled, and a topic is created', () => {
    const cluster = startCluster({ seed: 7, brokers: 4, replicationFactor: 2 });
    cluster.crash(4).until(fenced(4)).reassign('orders-0', 4, 2).settle();
    cluster.cancelReassignment('orders-0').settle();
    cluster.reassign('orders-0', 2, 3).settle();
    cluster.createTopic('payments').settle();
    expectTranscript('cancelled-reassignment', cluster);
  });

  it('a leader is cut off from the controller, and takes what it cannot keep', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1 }).settle();
    cluster.cutLink('broker-1', 'controller').until(leaderIs('orders-0', 2)).wait(1_000);
    cluster.produce('a').until(acknowledged('a')).wait(1_000).healAll().settle();
    expectTranscript('zombie-leader', cluster);
  });

  it('a leader stands still for longer than its session', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(1, 15_000).produce('a');
    cluster.until(acknowledged('a')).settle();
    expectTranscript('long-pause', cluster);
  });
});
