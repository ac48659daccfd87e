import { countWhile } from '../countWhile';
import { chronicleOf } from './chronicle';
import { momentAt, type WholeRun } from './moments';
import { frame } from '../recording';
import { type Sending, sendingsOf } from './sendings';
import type { Stage } from './stage';
import { followedFrom, stageOf } from './stageOf';

/**
 * All that happened to a record up to a frame, in the order of happening. Empty when it has not
 * been produced by then. What no event tells (its sendings) is read off the wire of each moment.
 * Throws when a frame that has been let go cannot be computed again.
 */
export function lifeOfRecord(run: WholeRun, frameIndex: number, id: number): readonly Stage[] {
  const { produced, happened } = chronicleOf(run);
  const first = produced.get(id);
  if (first === undefined || first.index > frameIndex) return [];
  const sendings = sendingsOf(run, frameIndex, { id, producedIn: first.index });
  const followed = followedFrom(first.event, sendings);
  const since = happened.slice(
    first.after,
    countWhile(happened, ({ index }) => index <= frameIndex),
  );
  const told = since.flatMap((one) => stageOf(one, followed) ?? []);
  const lost = new Set(
    told.flatMap(({ event }) => (event?.type === 'messageLost' ? event.flightId : [])),
  );
  const onTheWire = sendings.flatMap((sending) => stagesOfSending(run, sending, lost));
  return [...told, ...onTheWire].toSorted(
    (one, other) => one.index - other.index || turnOf(one) - turnOf(other),
  );
}

// In a tick messages arrive first, and what is sent joins the network last. With acks=0 the sending
// is the acknowledgement.
function turnOf({ kind }: Stage): number {
  if (kind === 'received' || kind === 'waits') return 0;
  if (kind === 'sent') return 2;
  return kind === 'acknowledged' ? 3 : 1;
}

function stagesOfSending(
  run: WholeRun,
  { flight, sentIn, arrivedIn, waits }: Sending,
  lost: ReadonlySet<number>,
): readonly Stage[] {
  const { from, to } = flight;
  const sent: Stage = {
    kind: 'sent',
    who: from,
    other: to,
    event: null,
    flight,
    ...at(run, sentIn),
  };
  if (arrivedIn === null || lost.has(flight.id)) return [sent];
  const kind = waits ? 'waits' : 'received';
  return [sent, { kind, who: to, other: from, event: null, flight, ...at(run, arrivedIn) }];
}

function at(run: WholeRun, index: number): Pick<Stage, 'index' | 'tick' | 'story'> {
  const story = index > 0 ? frame(run.recording, index).story : null;
  return { index, tick: momentAt(run, index).world.now, story };
}
