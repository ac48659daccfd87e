import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import type { Cluster } from '../../../test/cluster';
import { happened } from '../../../test/conditions';
import { inFlight, underWay } from '../../../test/inFlight';
import type { WireCommand } from '../command/wire';
import { refusal } from '../refusal';

const written = { type: 'produceRequest' } as const;

function why(cluster: Cluster, type: WireCommand['type'], flight: number): string | undefined {
  return refusal(cluster.world, { type, flight })?.because;
}

function producing(latency: number): Cluster {
  const withinRackLatency = { minMs: latency, maxMs: latency };
  return startCluster({ acks: 1, withinRackLatency })
    .settle()
    .produce('a')
    .until(underWay(written));
}

describe('what is done to a message', () => {
  it('is refused once it is not on its way any more, and before it is sent', () => {
    const cluster = producing(10);
    const { id } = inFlight(cluster.world, written);
    expect(why(cluster, 'dropMessage', id)).toBeUndefined();
    cluster.handle('dropMessage', written);
    expect(why(cluster, 'dropMessage', id)).toBe('It is not on its way any more.');
    expect(why(cluster, 'dropMessage', 1_000_000)).toBe('There is no such message.');
  });

  it('fits whether it is held or not', () => {
    const cluster = producing(10);
    const { id } = inFlight(cluster.world, written);
    expect(why(cluster, 'releaseMessage', id)).toBe('It is not held.');
    cluster.handle('holdMessage', written);
    expect(why(cluster, 'holdMessage', id)).toBe('It is held already.');
    expect(why(cluster, 'releaseMessage', id)).toBeUndefined();
    expect(why(cluster, 'deliverMessage', id)).toBeUndefined();
  });

  it('does not let it overtake one that is held before it', () => {
    const cluster = producing(10).handle('holdMessage', written).produce('b').wait(50);
    const behind = cluster.world.network.held[1]?.flight.id ?? 0;
    for (const type of ['releaseMessage', 'deliverMessage'] as const) {
      expect(why(cluster, type, behind)).toMatch(/waits behind that one/);
    }
    expect(why(cluster, 'holdMessage', behind)).toBeUndefined();
  });

  it('does not hasten what arrives at once', () => {
    const cluster = producing(2);
    const { id } = inFlight(cluster.world, written);
    expect(why(cluster, 'deliverMessage', id)).toBe('It arrives within 2 ms as it is.');
    expect(why(producing(3), 'deliverMessage', id)).toBeUndefined();
  });

  it('neither holds nor doubles the end of a connection, which may be lost', () => {
    const closed = { type: 'connectionClosed' } as const;
    const cluster = startCluster().settle().crash(3).until(happened('brokerCrashed'));
    const { id } = inFlight(cluster.world, closed);
    expect(why(cluster, 'holdMessage', id)).toMatch(/no request and no answer/);
    expect(why(cluster, 'duplicateMessage', id)).toMatch(/no request and no answer/);
    expect(why(cluster, 'dropMessage', id)).toBeUndefined();
  });
});
