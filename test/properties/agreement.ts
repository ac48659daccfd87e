import { logEndOffset } from '../../src/sim/broker/log';
import { partitionIdsIn } from '../../src/sim/ids';
import { rowOf, rowsOf } from '../../src/sim/table';
import type { World } from '../../src/sim/world';

/** What differs between the copies of each partition, and who does not serve. */
export function disagreements(world: World): readonly string[] {
  const wrong: string[] = [];
  for (const { id, lifecycle } of rowsOf(world.brokers)) {
    if (lifecycle !== 'RUNNING') wrong.push(`broker ${id} is ${lifecycle}`);
  }
  const { partitions } = world.controller.image;
  for (const partition of partitionIdsIn(partitions)) {
    const { replicas, inSync, leader } = rowOf(partitions, partition);
    if (inSync.length !== replicas.length) wrong.push(`${partition}: in sync are ${inSync.join()}`);
    const copies = replicas.map((broker) => {
      const replica = rowsOf(world.brokers).find(({ id }) => id === broker)?.replicas;
      return rowsOf(replica ?? {}).find((each) => each.partition === partition);
    });
    const strangers = rowsOf(world.brokers).filter(
      ({ id, replicas: held }) => partition in held && !replicas.includes(id),
    );
    for (const { id } of strangers) wrong.push(`${partition}: broker ${id} still has a copy`);
    const first = copies[0];
    for (const copy of copies) {
      const isSame =
        JSON.stringify(copy?.log) === JSON.stringify(first?.log) &&
        copy?.highWatermark === first?.highWatermark &&
        copy?.leader === leader;
      if (!isSame) wrong.push(`${partition}: the copies differ`);
      if (copy !== undefined && copy.highWatermark !== logEndOffset(copy.log)) {
        const isFrozen = copy.highWatermark < logEndOffset(copy.log);
        wrong.push(`${partition}: ${isFrozen ? 'records are not committed' : 'beyond its log'}`);
      }
    }
  }
  return wrong;
}

/** Logs in which some record stands more than once. */
export function recordsFoundTwice(world: World): readonly string[] {
  return rowsOf(world.brokers).flatMap(({ id: broker, replicas }) =>
    rowsOf(replicas).flatMap(({ partition, log }) => {
      const ids = log.records.map(({ id }) => id);
      return ids.length === new Set(ids).size ? [] : [`${partition} on broker ${broker}`];
    }),
  );
}
