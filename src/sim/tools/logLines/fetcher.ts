import type { ReplicationEvent } from '../../event';
import { info, warn } from './line';
import type { LogLine } from './line';

type Of<Type extends ReplicationEvent['type']> = Extract<ReplicationEvent, { type: Type }>;

const LOGGER = 'kafka.server.ReplicaFetcherThread';

/** What the thread of a follower would log that fetches from a leader (AbstractFetcherThread). */
export function fetcherLines(event: Of<'logTruncated' | 'fetchFailed'>): readonly LogLine[] {
  const { broker, leader } = event;
  const by = `broker ${broker}`;
  const name = `[ReplicaFetcher replicaId=${broker}, leaderId=${leader}, fetcherId=0]`;
  const say = (text: string, as = info) => as(by, `${name} ${text}`, LOGGER);
  if (event.type === 'fetchFailed') return failed(event, say);
  return [say(reason(event), event.because === 'outOfRange' ? warn : info), truncating(event)];
}

function reason({ partition, from, to, because }: Of<'logTruncated'>): string {
  const truncating = `Truncating partition ${partition} with TruncationState(offset=${to}`;
  switch (because) {
    case 'divergence':
      return `${truncating}, …) due to leader epoch and offset EpochEndOffset(…)`;
    case 'noEpochs':
      return `${truncating}, completed=true) due to local high watermark ${to}`;
    case 'outOfRange':
      return (
        `Reset fetch offset for partition ${partition} from ${from} to current leader's ` +
        `latest offset ${to}`
      );
    default:
      return because satisfies never;
  }
}

function truncating({ broker, partition, to }: Of<'logTruncated'>): LogLine {
  return info(
    `broker ${broker}`,
    `[UnifiedLog partition=${partition}, dir=…] Truncating to offset ${to}`,
    'org.apache.kafka.storage.internals.log.UnifiedLog',
  );
}

function failed(
  { partitions, error }: Of<'fetchFailed'>,
  say: (text: string, as?: typeof info) => LogLine,
): readonly LogLine[] {
  if (error === 'NETWORK_EXCEPTION' || error === 'REQUEST_TIMED_OUT') {
    return [say('Error in response for fetch request …', warn)];
  }
  if (error !== 'FENCED_LEADER_EPOCH' && error !== 'NOT_LEADER_OR_FOLLOWER') return [];
  return partitions.map((partition) =>
    say(
      error === 'FENCED_LEADER_EPOCH'
        ? `Partition ${partition} has an older epoch (…) than the current leader. Will await ` +
            'the new LeaderAndIsr state before resuming fetching.'
        : `Remote broker is not the leader for partition ${partition}, which could indicate ` +
            'that the partition is being moved',
    ),
  );
}
