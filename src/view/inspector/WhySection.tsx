import { useMemo } from 'react';
import { logEndOffset } from '../../sim/broker/log';
import { NO_LEADER, type PartitionId, partitionIdsIn } from '../../sim/ids';
import type { World } from '../../sim/world';
import { whyHighWatermark } from '../../sim/why/whyHighWatermark';
import { whyOffline } from '../../sim/why/whyOffline';
import { type ProduceRefused, whyRefused } from '../../sim/why/whyRefused';
import type { Why } from '../../sim/why/why';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import type { Subject } from '../../share/subject';
import type { ToldMoment } from '../../timeline/mark';
import { frame, toldMoments } from '../../timeline/recording';
import { clockText } from '../transport/clockText';
import { Part } from './Part';

interface WhySectionProps {
  readonly world: World;
  readonly subject: Subject;
}

/** What the picked one waits for, and what was refused to it last. */
export function WhySection({ world, subject }: WhySectionProps) {
  const refused = useRefused(subject);
  const reasons = reasonsFor(world, subject).filter((why) => why !== null);
  if (reasons.length === 0 && refused === null) return null;
  return (
    <Part title="Why?">
      {refused?.isLatest && <Refused {...refused} />}
      {reasons.map((why) => (
        <WhyText key={why.what} why={why} />
      ))}
      {refused?.isLatest === false && <Refused {...refused} />}
    </Part>
  );
}

function WhyText({ why: { what, because, inequality, rule } }: { readonly why: Why }) {
  return (
    <div className="why">
      <p className="whyWhat">{what}</p>
      {inequality !== null && <p className="whyInequality">{inequality}</p>}
      <ul>
        {because.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <p className="whyRule">{rule}</p>
    </div>
  );
}

function reasonsFor(world: World, subject: Subject): readonly (Why | null)[] {
  const { partitions } = world.controller.image;
  switch (subject.type) {
    case 'partition': {
      const leader = partitions[subject.partition]?.leader ?? NO_LEADER;
      const offline = whyOffline(world, subject.partition);
      if (leader === NO_LEADER) return [offline];
      return [offline, whyHighWatermark(world, subject.partition, leader)];
    }
    case 'replica':
      return [
        whyHighWatermark(world, subject.partition, subject.broker),
        whyOffline(world, subject.partition),
      ];
    case 'broker':
      return partitionIdsIn(world.brokers[subject.broker]?.replicas ?? {})
        .filter((id) => isWaiting(world, subject.broker, id))
        .map((id) => whyHighWatermark(world, id, subject.broker));
    case 'controller':
      return partitionIdsIn(partitions).map((id) => whyOffline(world, id));
    case 'client':
    case 'record':
    case 'message':
      return [];
    default:
      return subject satisfies never;
  }
}

function isWaiting(world: World, broker: number, partition: PartitionId): boolean {
  const replica = world.brokers[broker]?.replicas[partition];
  return replica?.role.type === 'leader' && replica.highWatermark < logEndOffset(replica.log);
}

interface RefusedProps {
  readonly event: ProduceRefused;
  /** Nothing has been told since: who asks why asks about this. */
  readonly isLatest: boolean;
  readonly index: number;
  readonly story: number;
  readonly tick: number;
}

/** The last write that was refused, as it was then. */
function Refused({ event, index, story, tick }: RefusedProps) {
  const store = useHighwaterStore();
  const seek = useHighwater((state) => state.seek);
  const why = useMemo(
    () => whyRefused(frame(store.getState().recording, index).world, event),
    [store, index, event],
  );
  return (
    <>
      <WhyText why={why} />
      <button type="button" className="inspectorLink" onClick={() => seek(story)}>
        This was at {clockText(tick)}: show that moment
      </button>
    </>
  );
}

/** The write that was refused last up to the moment shown, and concerns the subject. */
function useRefused(subject: Subject): RefusedProps | null {
  const told = useHighwater((state) => toldMoments(state.recording));
  const frameIndex = useHighwater((state) => state.frameIndex);
  return useMemo(() => lastRefused(told, frameIndex, subject), [told, frameIndex, subject]);
}

function lastRefused(
  told: readonly ToldMoment[],
  frameIndex: number,
  subject: Subject,
): RefusedProps | null {
  const latest = told.findLastIndex(({ index }) => index <= frameIndex);
  for (let at = latest; at >= 0; at--) {
    const moment = told[at];
    if (moment === undefined) continue;
    const { index, story, tick } = moment;
    const event = moment.events
      .filter((each) => each.type === 'produceRefused')
      .findLast((each) => concerns(each, subject));
    if (event) return { event, isLatest: at === latest, index, story, tick };
  }
  return null;
}

function concerns(event: ProduceRefused, subject: Subject): boolean {
  switch (subject.type) {
    case 'controller':
    case 'record':
    case 'message':
      return false;
    case 'client':
      return event.producer === subject.client;
    case 'broker':
      return event.broker === subject.broker;
    case 'partition':
      return event.partition === subject.partition;
    case 'replica':
      return event.partition === subject.partition && event.broker === subject.broker;
    default:
      return subject satisfies never;
  }
}
