import { memo } from 'react';
import type { EpochStart } from '../../sim/broker/leaderEpochs';
import { logEndOffset } from '../../sim/broker/log';
import type { BrokerState, Replica } from '../../sim/broker/state';
import { KAFKA } from '../../sim/config';
import { type BrokerId, brokerNode, type PartitionId } from '../../sim/ids';
import { rowOf } from '../../sim/table';
import { replicaFacts } from '../../sim/why/differences';
import { type FollowerStanding, highWatermarkHolders } from '../../sim/why/highWatermark';
import type { World } from '../../sim/world';
import { Facts } from './Facts';
import { Part, Rows } from './Part';
import type { TimerProps } from './Timer';
import { endingAt, leaderTimers, parkedTimer, Timers } from './Timers';

interface ReplicaViewProps {
  readonly world: World;
  readonly broker: BrokerId;
  readonly partition: PartitionId;
}

/** One copy of a partition: what its broker believes, its log, and whom it leads or follows. */
export function ReplicaView({ world, broker, partition }: ReplicaViewProps) {
  const state = rowOf(world.brokers, broker);
  const replica = rowOf(state.replicas, partition);
  const { log, highWatermark, checkpointedHighWatermark, onDisk, role } = replica;
  const holding = highWatermarkHolders(world, partition, broker);
  return (
    <>
      <Facts
        title="Beliefs"
        believes={`broker ${broker}`}
        decided="the controller"
        facts={replicaFacts(world, broker, partition)}
      />
      {role.type === 'leader' && <Proposal state={state} replica={replica} />}
      {holding && <Followers followers={holding.followers} />}
      <Timers
        timers={
          holding
            ? [...lagTimers(holding.followers), ...leaderTimers(state)]
            : followerTimers(world, state, replica)
        }
      />
      <Rows
        title="Its log"
        columns={['what', 'offset']}
        none=""
        rows={[
          ['log start', log.startOffset],
          ['log end', logEndOffset(log)],
          ['high watermark', highWatermark],
          ['… as checkpointed', checkpointedHighWatermark ?? 'not yet'],
          ['on disk up to', onDisk.offset],
          ['start of its epoch', role.type === 'leader' ? role.epochStartOffset : '—'],
        ]}
      />
      <EpochCache epochs={replica.leaderEpochs} />
    </>
  );
}

interface EpochCacheProps {
  readonly epochs: readonly EpochStart[];
}

/** By this a follower finds where its log parts from the leader's. */
const EpochCache = memo(function EpochCache({ epochs }: EpochCacheProps) {
  return (
    <Rows
      title="Leader epoch cache"
      columns={['leader epoch', 'start offset']}
      none="Empty: nothing was written yet."
      rows={epochs.map(({ epoch, startOffset }) => [epoch, startOffset])}
    />
  );
});

const STANDINGS: Readonly<Record<FollowerStanding['as'], string>> = {
  inSync: 'in sync',
  joining: 'proposed to join',
  leaving: 'proposed to leave',
  near: 'counts, about to join',
  out: 'out, not waited for',
};

/** All that a leader knows of its followers: what their fetches said. */
function Followers({ followers }: { readonly followers: readonly FollowerStanding[] }) {
  return (
    <Rows
      title="What it knows of its followers"
      columns={['broker', 'log end', 'behind', 'in-sync set']}
      none="It has no followers."
      rows={followers.map(({ broker, logEndOffset: end, behind, as, holds }) => [
        broker,
        end === -1 ? 'not known' : end,
        holds ? <strong key="behind">{behind} ⚑ holds it back</strong> : behind,
        STANDINGS[as],
      ])}
    />
  );
}

interface ProposalProps {
  readonly state: BrokerState;
  readonly replica: Replica;
}

/** What the leader has asked of the controller and has no answer to. */
function Proposal({ state, replica: { partition, role } }: ProposalProps) {
  const { inFlight, queued } = state.alterPartition;
  const isIt = (each: { readonly partition: PartitionId }) => each.partition === partition;
  const sent = inFlight?.partitions.find(isIt);
  const proposal = sent ?? queued.find(isIt);
  if (!proposal || role.type !== 'leader') return null;
  const to = proposal.newInSyncReplicas.map(({ broker }) => broker);
  const sentAt = inFlight && inFlight.expiresAt - KAFKA.controllerSocketTimeoutMs;
  return (
    <Part title="In-sync proposal">
      <p className="inspectorText">
        [{role.inSync.inSync.join(', ')}] → [{to.join(', ')}], made at partition epoch{' '}
        {proposal.partitionEpoch}
        {sent && sentAt !== null
          ? `, sent at ${(sentAt / 1000).toFixed(3)} s. The controller has not answered yet.`
          : '. It waits: one request of a broker is under way at a time.'}
      </p>
    </Part>
  );
}

function lagTimers(followers: readonly FollowerStanding[]): readonly (TimerProps | null)[] {
  return followers.map(({ broker, behind, as, lastCaughtUpAt: from }) => {
    if (behind === 0 || as === 'out') return null;
    const until = from + KAFKA.replicaLagTimeMaxMs;
    return { says: `lag of broker ${broker} (replica.lag.time.max.ms)`, from, until };
  });
}

function followerTimers(
  world: World,
  { id, fetchers }: BrokerState,
  { leader, partition }: Replica,
): readonly (TimerProps | null)[] {
  const fetcher = fetchers[leader];
  const parked = world.brokers[leader]?.sessions[brokerNode(id)]?.parked;
  return [
    parkedTimer(`its fetch waits at broker ${leader}`, parked),
    endingAt('pauses after an error', fetcher?.pausedUntil[partition], KAFKA.replicaFetchBackoffMs),
    endingAt('its disk writes', fetcher?.busyUntil, null),
  ];
}
