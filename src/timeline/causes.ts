import { explain } from '../sim/explain';
import { brokers, records, sentence } from '../sim/explain/words';
import type { BrokerId, PartitionId } from '../sim/ids';
import type { EventOf } from '../sim/isLike';
import type { Happening } from './mark';
import { downfallLinks, electionLinks, type Holder, link, type Links } from './downfall';
import { type HappeningOf, holdersOf, latest, latestHarm, type Past, pastOf } from './past';
import { acksSetting, type Cause, copySettings, uncleanSetting } from './permits';
import type { Recording } from './recording';
import { retryLinks, whichRecord } from './retries';

/**
 * Why a promise was broken: first what happened, then what led to it, the latest first, back to
 * what a person did; last the setting that permits it. Of an event that breaks no promise, only
 * itself.
 *
 * @param broken the event by which it was broken (see `promiseBreaks`)
 */
export function causesOf(recording: Recording, broken: Happening): readonly Cause[] {
  const found = linksTo(pastOf(recording, broken), broken).filter((link) => link !== undefined);
  const known = new Set<number>();
  const isNew = ({ happening }: Cause): boolean => {
    if (happening === null || known.has(happening.number)) return happening === null;
    known.add(happening.number);
    return true;
  };
  const [first, settings] = [
    link(broken, whichRecord(broken)),
    found.filter(({ kind }) => kind === 'setting'),
  ];
  const middle = found
    .filter(({ kind }) => kind !== 'setting')
    .filter(isNew)
    .toSorted((one, other) => (other.happening?.number ?? 0) - (one.happening?.number ?? 0));
  return first ? [first, ...middle, ...settings] : [];
}

function linksTo(past: Past, { index, event }: Happening): Links {
  switch (event.type) {
    case 'promiseBroken':
      return lossLinks(past, index, event);
    case 'duplicateAppended':
    case 'recordsAppended':
      return retryLinks(past, event);
    case 'truncationDetected':
    case 'positionReset':
      return takenBackLinks(past, event);
    default:
      return [];
  }
}

/** Who had the record, what became of each of them, who leads without it, and what permits it. */
function lossLinks(past: Past, index: number, event: EventOf<'promiseBroken'>): Links {
  const { partition, recordIds, values, leader, by } = event;
  const [[id = 0], [value = '']] = [recordIds, values];
  const told = latest(past, 'recordsAcknowledged', (one) => one.recordIds.includes(id));
  if (!told) return [];
  const elected = latest(past, 'leaderElected', (one) => one.partition === partition);
  const atFirst = holdersOf(past.recording, told.index, partition, id);
  const before = holdersOf(past.recording, index - 1, partition, id);
  const holders = [...new Set([...atFirst, ...before])];
  const isTooLate = elected !== undefined && elected.number < told.number;
  const end = elected?.number ?? Infinity;
  // What befell a broker before it had the record took nothing of it.
  const start = holders.length > 0 ? told.number : 0;
  const isNews = elected && (isTooLate ? told.event.broker !== leader : true);
  return [
    isNews ? link(elected, withoutIt(elected.event.by, value)) : undefined,
    ...(isNews ? electionLinks(past, elected) : []),
    ...(holders.length > 0 ? holders : elected ? [] : [leader]).flatMap((broker) =>
      fateLinks(past, { broker, partition }, { id, start, end }),
    ),
    ...(by === 'uncleanElection' ? uncleanLinks(past, partition) : []),
    latestRead(past, id),
    ...(atFirst.length === 0 ? unwrittenLinks(past, told, id) : []),
    link(told, whoHad(atFirst, isTooLate && told.event.broker !== leader)),
    ...(by === 'acks' ? [acksSetting(past, told.event)] : []),
    ...(by === 'dataLoss' ? copySettings(past, told) : []),
  ];
}

/** What became of a request that nobody waits for. */
function unwrittenLinks(past: Past, told: HappeningOf<'recordsAcknowledged'>, id: number): Links {
  const to = `broker-${told.event.broker}`;
  const died = latest(
    past,
    'messageLost',
    (one) => one.message === 'produceRequest' && one.to === to,
  );
  const refused = latest(past, 'produceRefused', (one) => one.recordIds.includes(id));
  const isLater = died !== undefined && died.number > told.number;
  return [link(refused), isLater ? link(died) : undefined];
}

/** How a broker that had a record lost it, or why it could lead no longer. */
function fateLinks(
  past: Past,
  holder: Holder,
  { id, start, end }: { id: number; start: number; end: number },
): Links {
  const { broker, partition } = holder;
  const unflushed = latest(past, 'unflushedRecordsLost', (one) => {
    return one.broker === broker && one.partition === partition && one.recordIds.includes(id);
  });
  if (unflushed) return [link(unflushed), link(latestHarm(past, holder, unflushed.number))];
  const gone = [
    latest(past, 'instanceLost', (one) => one.broker === broker),
    latest(past, 'disksReplaced', (one) => one.broker === broker),
  ].find((one) => one !== undefined && one.number > start);
  return gone ? [link(gone)] : downfallLinks(past, holder, end);
}

/** An election of somebody who was not in sync, and why nobody else was left. */
function uncleanLinks(past: Past, partition: PartitionId): Links {
  const elected = latest(past, 'leaderElected', (one) => {
    return one.partition === partition && (one.by === 'unclean' || one.by === 'lastKnownLeader');
  });
  if (!elected) return [];
  const { leader, by } = elected.event;
  const left = latest(
    past,
    'inSyncReplicasChanged',
    (one) => one.partition === partition && one.from.includes(leader) && !one.to.includes(leader),
    elected.number,
  );
  const offline = latest(
    past,
    'partitionWentOffline',
    (one) => one.partition === partition,
    elected.number,
  );
  return [
    link(elected, 'It was not in sync.'),
    ...(offline
      ? downfallLinks(past, { broker: offline.event.from, partition }, offline.number)
      : []),
    offline && link(offline, explain(offline.event).why),
    left && link(left),
    ...(left ? downfallLinks(past, { broker: leader, partition }, left.number) : []),
    uncleanSetting(past, partition, elected, by),
  ];
}

/** Records that a consumer had read, and by what they left the log. */
function takenBackLinks(past: Past, event: EventOf<'truncationDetected' | 'positionReset'>): Links {
  const { consumer, partition, to } = event;
  const read = latest(past, 'recordsConsumed', (one) => {
    return one.consumer === consumer && one.partition === partition && one.lastOffset >= (to ?? 0);
  });
  const unclean = uncleanLinks(past, partition);
  const lost = latest(past, 'unflushedRecordsLost', (one) => one.partition === partition);
  const gone = [
    latest(past, 'instanceLost', () => true),
    latest(past, 'disksReplaced', () => true),
  ].find((one) => one !== undefined && one.number > (read?.number ?? 0));
  const harm = lost && latestHarm(past, { broker: lost.event.broker, partition }, lost.number);
  return [link(read), ...(unclean.length > 0 ? unclean : [link(lost), link(harm), link(gone)])];
}

function latestRead(past: Past, id: number): Cause | undefined {
  return link(latest(past, 'recordsConsumed', (one) => one.recordIds.includes(id)));
}

function withoutIt(by: EventOf<'leaderElected'>['by'], value: string): string {
  const isUnclean = by === 'unclean' || by === 'lastKnownLeader';
  const lacks = `its log has no ${records({ values: [value] })}.`;
  return isUnclean ? `It was not in sync, and ${lacks}` : sentence(lacks);
}

function whoHad(holders: readonly BrokerId[], isDeposed: boolean): string {
  if (holders.length === 0) return 'No broker had it yet.';
  const only = holders.length === 1 ? 'Only ' : '';
  const had = sentence(`${only}${brokers(holders)} had it then`);
  return isDeposed ? `${had}, and led no longer.` : `${had}.`;
}
