import type { LinkedRun } from '../share/link/linkedRun';
import type { Subject } from '../share/subject';
import { partitionId } from '../sim/ids';
import { rowsOf } from '../sim/table';
import type { World } from '../sim/world';
import { frame, frameCount, type Recording, scenarioOf } from '../timeline/recording';

type Looks = Pick<LinkedRun, 'partition' | 'selected'>;

/** What a run is looked at by, without what it does not have, and what to say of that. */
export function looksIn(
  recording: Recording,
  { partition, selected, moment }: Looks & Pick<LinkedRun, 'moment'>,
): Looks & { readonly missing: readonly string[] } {
  const last = frameCount(recording) - 1;
  // What was picked may come later than what is shown, or be gone again by the end.
  const has = (subject: Subject) =>
    [last, Math.min(Math.floor(moment), last)].some((at) =>
      isIn(frame(recording, at).world, subject),
    );
  const missing: string[] = [];
  const looks = { partition, selected };
  if (!has({ type: 'partition', partition })) {
    looks.partition = partitionId(scenarioOf(recording).settings.topic, 0);
    missing.push(`The run has no partition ${partition}.`);
  }
  if (selected && !has(selected)) {
    looks.selected = null;
    missing.push(`The run does not have the ${selected.type} that was picked.`);
  }
  return { ...looks, missing };
}

function isIn(world: World, subject: Subject): boolean {
  if ('flightId' in subject) return subject.flightId < world.nextFlightId;
  if ('client' in subject) return subject.client in { ...world.producers, ...world.consumers };
  if ('recordId' in subject) return isProduced(world, subject);
  if ('broker' in subject) {
    const broker = world.brokers[subject.broker];
    return 'partition' in subject ? subject.partition in (broker?.replicas ?? {}) : Boolean(broker);
  }
  return !('partition' in subject) || subject.partition in world.controller.image.partitions;
}

/** Whether a record was produced for the partition under which it is named. */
function isProduced(
  { producers }: World,
  { partition, recordId }: Extract<Subject, { readonly type: 'record' }>,
): boolean {
  return rowsOf(producers).some(({ acknowledged, failed, batches }) => {
    const waiting = batches.flatMap((batch) =>
      batch.records.map(({ id }) => ({ id, partition: batch.partition })),
    );
    const all = [...acknowledged.flat(), ...failed.flat(), ...waiting];
    return all.some((one) => one.id === recordId && one.partition === partition);
  });
}
