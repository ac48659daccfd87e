import { KAFKA } from '../config';
import { nextStaleCheckAt } from '../controller/sessions';
import { seconds, span } from '../explain/words';
import { brokerNode } from '../ids';
import type { BrokerId, NodeId, PartitionId, Tick } from '../ids';
import { isCut } from '../network';
import type { World } from '../world';

/** What keeps a broker from answering another node. */
export type Hindrance =
  /** It is not part of the cluster, or not any more. */
  | { readonly type: 'unknown' }
  /** Its process does not run. */
  | { readonly type: 'down'; readonly machine: 'on' | 'off' | 'gone' }
  /** Its process has begun, and may not serve yet. */
  | { readonly type: 'starting' }
  /** Its process stands still. */
  | { readonly type: 'paused'; readonly until: Tick }
  /** Messages between the two are lost, one way or both. */
  | { readonly type: 'linkCut'; readonly other: NodeId }
  /** The log directory of its copy cannot be read. */
  | { readonly type: 'diskFailed'; readonly directory: string }
  /** Its disk takes long for each record. */
  | { readonly type: 'slowDisk'; readonly msPerRecord: number };

/** What keeps a broker from working with another node, the worst first; null when nothing does. */
export function hindranceOf(
  world: World,
  broker: BrokerId,
  other: NodeId,
  partition: PartitionId | null = null,
): Hindrance | null {
  const state = world.brokers[broker];
  if (state === undefined) return { type: 'unknown' };
  if (state.lifecycle === 'NOT_RUNNING') return { type: 'down', machine: state.machine };
  if (state.pausedUntil !== null) return { type: 'paused', until: state.pausedUntil };
  const replica = partition === null ? undefined : state.replicas[partition];
  if (replica !== undefined && state.offlineDirectories.includes(replica.directory)) {
    return { type: 'diskFailed', directory: replica.directory };
  }
  const node = brokerNode(broker);
  const there = isCut(world.network, { from: node, to: other });
  if (there || isCut(world.network, { from: other, to: node })) return { type: 'linkCut', other };
  if (state.lifecycle === 'STARTING' || state.lifecycle === 'RECOVERY') return { type: 'starting' };
  const msPerRecord = state.writeMsPerRecord;
  return msPerRecord > 0 ? { type: 'slowDisk', msPerRecord } : null;
}

/**
 * When the controller fences a broker at the latest, if it hears nothing more of it: the first look
 * after the session; null for a broker without a session, and for one that goes on in time.
 */
export function fencedBy(world: World, broker: BrokerId): Tick | null {
  const lastContactAt = world.controller.lastContactAt[broker];
  if (lastContactAt === undefined) return null;
  const fencedAt = nextStaleCheckAt({ [broker]: lastContactAt }, world.now);
  const hindrance = hindranceOf(world, broker, 'controller');
  switch (hindrance?.type) {
    case 'down':
    case 'linkCut':
      return fencedAt;
    case 'paused':
      return fencedAt !== null && hindrance.until > fencedAt ? fencedAt : null;
    case 'unknown':
    case 'starting':
    case 'diskFailed':
    case 'slowDisk':
    case undefined:
      return null;
    default:
      return hindrance satisfies never;
  }
}

/** What keeps a broker, as the end of `Broker 2 …`. */
export function hindranceWords(hindrance: Hindrance): string {
  switch (hindrance.type) {
    case 'unknown':
      return 'is not there';
    case 'down':
      return DOWN[hindrance.machine];
    case 'starting':
      return 'is starting';
    case 'paused':
      return `stands still until ${seconds(hindrance.until)}`;
    case 'linkCut':
      return `is cut off from ${hindrance.other.replace('-', ' ')}`;
    case 'diskFailed':
      return `cannot read its log directory ${hindrance.directory}`;
    case 'slowDisk':
      return `has a slow disk: ${span(hindrance.msPerRecord)} for each record`;
    default:
      return hindrance satisfies never;
  }
}

const DOWN = { on: 'is down', off: 'has no power', gone: 'is lost, with its disks' };

/** The first look of a leader at its followers that finds one too late. */
export function lagNoticedAt(lastCaughtUpAt: Tick, checkDueAt: Tick): Tick {
  const every = KAFKA.replicaLagTimeMaxMs / 2;
  const tooLateAt = lastCaughtUpAt + KAFKA.replicaLagTimeMaxMs + 1;
  return checkDueAt + Math.max(0, Math.ceil((tooLateAt - checkDueAt) / every)) * every;
}
