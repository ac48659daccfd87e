import { maximalInSync } from '../broker/inSync';
import type { BrokerState, Replica } from '../broker/state';
import { brokers, set } from '../explain/words';
import { NO_LEADER, UNKNOWN, brokerIdsIn, partitionIdsIn } from '../ids';
import type { BrokerId, ClientId, PartitionId, Table } from '../ids';
import type { ClientMetadata } from '../client/state';
import type { PartitionRegistration } from '../controller/state';
import { rowOf, sameSet } from '../table';
import type { World } from '../world';

/** One fact as somebody believes it, beside what the controller decided. */
export interface Fact {
  /** Kafka's word for it. */
  readonly name: string;
  readonly believes: string;
  readonly decided: string;
  readonly differs: boolean;
  /** What the difference means, in one sentence; empty where there is none or nothing to say. */
  readonly says: string;
}

/** What a broker believes of its copy of a partition, beside what the controller decided. */
export function replicaFacts(
  world: World,
  broker: BrokerId,
  partition: PartitionId,
): readonly Fact[] {
  const state = rowOf(world.brokers, broker);
  const decided = world.controller.image.partitions[partition];
  const replica = state.replicas[partition];
  if (decided === undefined || replica === undefined) return [];
  const isUp = state.lifecycle !== 'NOT_RUNNING';
  const fact = (name: string, believes: string, is: string, says = '', differs?: boolean): Fact =>
    isUp ? factOf(name, believes, is, says, differs) : factOf(name, NOTHING, is, '', false);
  const inSync = believedInSync(state, replica);
  return [
    fact(
      'leader',
      nameOf(replica.leader, broker),
      nameOf(decided.leader),
      leaderWords(broker, replica, decided),
      replica.leader !== decided.leader,
    ),
    fact('leader epoch', `${replica.leaderEpoch}`, `${decided.leaderEpoch}`, OLDER_EPOCH),
    fact(
      'in-sync set',
      set(inSync),
      set(decided.inSync),
      inSyncWords(replica),
      !sameSet(inSync, decided.inSync),
    ),
    fact('partition epoch', `${replica.partitionEpoch}`, `${decided.partitionEpoch}`, OLDER),
  ];
}

const NOTHING = '—';

const OLDER = 'It has older metadata; a proposal made from it is refused.';

const OLDER_EPOCH = 'What it asks under the older epoch is refused (FENCED_LEADER_EPOCH).';

// A process that does not run believes nothing; that is no difference.
function factOf(
  name: string,
  believes: string,
  decided: string,
  says: string,
  differs = believes !== NOTHING && believes !== decided,
): Fact {
  return { name, believes, decided, differs, says: differs ? says : '' };
}

function nameOf(leader: BrokerId, self: BrokerId | null = null): string {
  if (leader === NO_LEADER) return 'nobody';
  return leader === self ? `itself, broker ${leader}` : `broker ${leader}`;
}

function leaderWords(broker: BrokerId, replica: Replica, decided: PartitionRegistration): string {
  const by = decided.leader === NO_LEADER ? 'nobody' : `broker ${decided.leader}`;
  if (replica.leader === broker) {
    return (
      `Broker ${broker} still takes itself for the leader; the controller chose ${by}. What it ` +
      'takes now, and no other has, is truncated once it follows another leader.'
    );
  }
  if (decided.leader === broker) return `Broker ${broker} leads, and has not heard of it yet.`;
  return `Broker ${broker} has not heard yet that ${by} leads.`;
}

function believedInSync({ image }: BrokerState, { role, partition }: Replica): readonly BrokerId[] {
  if (role.type === 'leader') return maximalInSync(role.inSync);
  return image.partitions[partition]?.inSync ?? [];
}

function inSyncWords({ role }: Replica): string {
  if (role.type !== 'leader') return 'Its metadata is older than the decision.';
  return role.inSync.type === 'pendingExpand'
    ? `It counts broker ${role.inSync.newcomer} already, until the controller answers.`
    : 'It has not heard of the change yet, and waits for those that it knows.';
}

/** What a broker is by its own lights, beside what the controller has registered. */
export function brokerFacts(world: World, broker: BrokerId): readonly Fact[] {
  const state = rowOf(world.brokers, broker);
  const { image } = world.controller;
  const registered = image.brokers[broker];
  if (registered === undefined) {
    return [
      factOf('registration', state.lifecycle, 'unknown', 'The controller has no such broker.'),
    ];
  }
  const isUp = state.lifecycle !== 'NOT_RUNNING';
  const [serves, allowed] = [isServing(state), !registered.fenced];
  const online = state.logDirectories.filter((name) => !state.offlineDirectories.includes(name));
  return [
    {
      name: 'serving',
      believes: state.lifecycle,
      decided: registeredWords(registered),
      differs: serves !== allowed,
      says: serves === allowed ? '' : servingWords(state, allowed),
    },
    factOf('broker epoch', epochWords(state.brokerEpoch, isUp), `${registered.brokerEpoch}`, ''),
    factOf(
      'metadata offset',
      isUp ? `${state.image.offset}` : NOTHING,
      `${image.offset}`,
      `It has ${image.offset - state.image.offset} metadata records still to read.`,
    ),
    factOf(
      'log directories',
      online.join(', ') || 'none',
      registered.logDirectories.join(', ') || 'none',
      'The controller has not been told yet.',
    ),
  ];
}

function isServing({ lifecycle, pausedUntil }: BrokerState): boolean {
  const serves = lifecycle === 'RUNNING' || lifecycle === 'PENDING_CONTROLLED_SHUTDOWN';
  return serves && pausedUntil === null;
}

function epochWords(brokerEpoch: number, isUp: boolean): string {
  return isUp && brokerEpoch !== UNKNOWN ? `${brokerEpoch}` : NOTHING;
}

function registeredWords({
  fenced,
  inControlledShutdown,
}: {
  readonly fenced: boolean;
  readonly inControlledShutdown: boolean;
}): string {
  if (fenced) return 'fenced';
  return inControlledShutdown ? 'shutting down' : 'unfenced';
}

function servingWords({ id, pausedUntil }: BrokerState, allowed: boolean): string {
  if (!allowed)
    return `Broker ${id} works, but is fenced: by the controller’s decision it leads nothing.`;
  return pausedUntil === null
    ? `Broker ${id} does not work, and the controller has not noticed yet.`
    : `Broker ${id} stands still, and the controller does not know.`;
}

type Clients = Table<ClientId, { readonly metadata: ClientMetadata }>;

/** Whom a client takes for the leader of each partition, beside what the controller decided. */
export function clientFacts(world: World, client: ClientId): readonly Fact[] {
  const { image } = world.controller;
  const clients: Clients = { ...world.producers, ...world.consumers };
  const metadata = clients[client]?.metadata;
  if (metadata === undefined) return [];
  const unfenced = brokerIdsIn(image.brokers).filter((id) => image.brokers[id]?.fenced === false);
  return [
    ...partitionIdsIn(image.partitions).map((partition) => {
      const decided = rowOf(image.partitions, partition);
      const believed = metadata.leaders[partition];
      return factOf(
        partition,
        believed === undefined ? 'unknown' : ledWords(believed),
        ledWords(decided),
        whereWords(believed?.leader, decided.leader),
      );
    }),
    factOf(
      'brokers',
      set(metadata.brokers),
      set(unfenced),
      'It learns of that with its next metadata.',
      !sameSet(metadata.brokers, unfenced),
    ),
  ];
}

function ledWords(by: { readonly leader: BrokerId; readonly leaderEpoch: number }): string {
  return `${nameOf(by.leader)}, epoch ${by.leaderEpoch}`;
}

function whereWords(believed: BrokerId | undefined, leader: BrokerId): string {
  if (believed === undefined || believed === NO_LEADER) return 'It has to ask who leads.';
  if (believed === leader) return 'The same broker leads, in a newer epoch.';
  if (leader === NO_LEADER) return `It turns to broker ${believed}; by now nobody leads.`;
  return `It turns to broker ${believed}, which the controller has replaced as the leader.`;
}

/** What the controller takes each broker for, beside what the broker is. */
export function controllerFacts(world: World): readonly Fact[] {
  const { image } = world.controller;
  return brokerIdsIn(image.brokers).map((id) => {
    const state = world.brokers[id];
    const registered = rowOf(image.brokers, id);
    const [facts] = state === undefined ? [] : brokerFacts(world, id);
    return {
      name: brokers([id]),
      believes: registeredWords(registered),
      decided: state === undefined ? 'gone' : processWords(state),
      differs: facts?.differs ?? !registered.fenced,
      says: facts?.says ?? '',
    };
  });
}

function processWords({ lifecycle, pausedUntil }: BrokerState): string {
  return pausedUntil === null ? lifecycle : 'stands still';
}
