import { logEndOffset } from '../../sim/broker/log';
import { topicConfigOf } from '../../sim/controller/topicConfig';
import type { PartitionRegistration } from '../../sim/controller/state';
import { brokerIdsIn, NO_LEADER, type PartitionId } from '../../sim/ids';
import { rowOf } from '../../sim/table';
import { replicaFacts } from '../../sim/why/differences';
import type { World } from '../../sim/world';
import { Rows } from './Part';
import { SubjectButton } from './SubjectButton';

interface PartitionViewProps {
  readonly world: World;
  readonly partition: PartitionId;
}

/** What the controller decided, and what each broker that has a copy makes of it. */
export function PartitionView({ world, partition }: PartitionViewProps) {
  const { image } = world.controller;
  const decided = rowOf(image.partitions, partition);
  const { minInsyncReplicas, uncleanLeaderElection } = topicConfigOf(image, partition);
  const holders = brokerIdsIn(world.brokers).filter((id) => world.brokers[id]?.replicas[partition]);
  return (
    <>
      <Rows
        title="The controller decided"
        columns={['what', 'value']}
        none=""
        rows={[
          ...decisionsOf(decided),
          ['min.insync.replicas', minInsyncReplicas],
          ['unclean.leader.election.enable', String(uncleanLeaderElection)],
        ]}
      />
      <Rows
        title="Its replicas believe"
        columns={['broker', 'leader', 'epoch', 'high watermark', 'log end']}
        none="No broker has a copy."
        rows={holders.map((broker) => {
          const [leader, epoch] = replicaFacts(world, broker, partition);
          const replica = world.brokers[broker]?.replicas[partition];
          return [
            <SubjectButton key={broker} subject={{ type: 'replica', broker, partition }}>
              {broker}
            </SubjectButton>,
            leader && (leader.differs ? `≠ ${leader.believes}` : leader.believes),
            epoch?.believes,
            replica?.highWatermark,
            replica && logEndOffset(replica.log),
          ];
        })}
      />
    </>
  );
}

function decisionsOf(decided: PartitionRegistration): readonly (readonly [string, string])[] {
  const { leader, leaderEpoch, partitionEpoch, eligible, lastKnownLeaders } = decided;
  const all: readonly (readonly [string, string])[] = [
    ['leader', leader === NO_LEADER ? 'nobody' : `broker ${leader}`],
    ['leader epoch', `${leaderEpoch}`],
    ['partition epoch', `${partitionEpoch}`],
    ['replicas', decided.replicas.join(', ')],
    ['in-sync set', decided.inSync.join(', ') || 'nobody'],
    ['eligible leaders', eligible.join(', ')],
    ['last known leader', lastKnownLeaders.join(', ')],
    ['adding', decided.adding.join(', ')],
    ['removing', decided.removing.join(', ')],
    ['recovery', decided.recovery === 'RECOVERED' ? '' : decided.recovery],
  ];
  return all.filter(([, value]) => value !== '');
}
