import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/sim/event';
import { partitionIdsIn } from '../../src/sim/ids';
import { outcomesOf } from '../../src/sim/outcomes';
import { step } from '../../src/sim/step';
import { rowOf } from '../../src/sim/table';
import type { World } from '../../src/sim/world';
import type { Deed } from '../script';
import { effort, searchTimeoutMs } from './effort';
import { play } from './play';
import { anyScript } from './scripts';

/** A leader answers for what nobody else has and crashes, and so does the one after it. */
const TWO_LEADERS_GONE: readonly Deed[] = [
  { afterMs: 30, does: { type: 'healLinks' } },
  { afterMs: 10_300, does: { type: 'startAll' } },
  { afterMs: 3_000, does: { type: 'changeAcks', acks: 1 } },
  { afterMs: 1, does: { type: 'produce', partition: 0 } },
  { afterMs: 12, does: { type: 'crash', who: 'leader', partition: 0 } },
  { afterMs: 12_000, does: { type: 'crash', who: 'leader', partition: 0 } },
  { afterMs: 12_000, does: { type: 'startAll' } },
];

describe('a loss', () => {
  let told = 0;

  it(
    'is told once, and stays one until a leader has the record again',
    () => {
      fc.assert(
        fc.property(anyScript(5), fc.constantFrom([], TWO_LEADERS_GONE), (script, end) => {
          const lost = new Set<number>();
          play(
            { ...script, deeds: [...script.deeds, ...end] },
            (_before, after, events) => {
              const again = idsBroken(events).filter((id) => lost.has(id));
              expect(again).toEqual([]);
              for (const id of idsBroken(events)) lost.add(id);
              for (const id of idsWithLeaders(after)) lost.delete(id);
              told += idsBroken(events).length;
              expect(notLost(after, lost)).toEqual([]);
            },
            (world, commands = []) => step(world, commands),
          );
        }),
        effort(30, 3_000),
      );
    },
    searchTimeoutMs,
  );

  it('has come up often enough on the way', () => {
    expect(told).toBeGreaterThan(5);
  });
});

function idsBroken(events: readonly Event[]): readonly number[] {
  return events.flatMap((event) => (event.type === 'promiseBroken' ? event.recordIds : []));
}

function notLost(world: World, lost: ReadonlySet<number>): readonly number[] {
  if (lost.size === 0) return [];
  const entries = outcomesOf(world).filter(({ recordId }) => lost.has(recordId));
  return entries.filter(({ outcome }) => outcome !== 'lost').map(({ recordId }) => recordId);
}

/** What is in the logs of those who lead as the controller decided, and know it. */
function idsWithLeaders({ controller, brokers }: World): readonly number[] {
  const { partitions } = controller.image;
  return partitionIdsIn(partitions).flatMap((id) => {
    const { leader, leaderEpoch } = rowOf(partitions, id);
    const replica = brokers[leader]?.replicas[id];
    const leads = replica?.role.type === 'leader' && replica.leaderEpoch === leaderEpoch;
    return leads ? replica.log.records.map((record) => record.id) : [];
  });
}
