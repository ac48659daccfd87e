import type { MessageShape } from '../../glyphs/messageStrokes';
import type { NodeId, PartitionId } from '../../../sim/ids';
import type { Travel } from '../../../sim/flight';
import type { FetchedPartition, FetchRequest, Flight, Message } from '../../../sim/message';
import type { OffsetsForLeaderEpochResponse } from '../../../sim/message/offsets';
import { laneOf } from './lane';

/** What a message looks like: a glyph of its own, or a tile that carries records. */
export type SpriteKind = MessageShape | 'produce' | 'records';

/** A message as it is drawn. An answer about several partitions travels as one sprite for each. */
export interface Sprite extends Travel {
  readonly key: string;
  readonly flightId: number;
  readonly kind: SpriteKind;
  readonly from: NodeId;
  readonly to: NodeId;
  /** The partition at whose rows it starts and ends; null between boxes. */
  readonly partition: PartitionId | null;
  /** Empty for those that are told apart by their shape alone. */
  readonly label: string;
  readonly title: string;
  readonly background: boolean;
  /** -1 to 1: its place within gutters and channels. */
  readonly lane: number;
}

type Drawn = Pick<Sprite, 'kind' | 'partition' | 'label' | 'title'>;

const LABEL_MAX = 7;
const WIDE_LABEL = 3;

// A flight never changes, so neither do its sprites: what is drawn from them is drawn once.
const known = new WeakMap<Flight, readonly Sprite[]>();

/** The sprites of a message: at least one. The very same for the very same flight. */
export function spritesOf(flight: Flight): readonly Sprite[] {
  const sprites = known.get(flight) ?? spritesFor(flight);
  known.set(flight, sprites);
  return sprites;
}

function spritesFor(flight: Flight): readonly Sprite[] {
  const { id, from, to, sentAt, arrivesAt, retimed, background } = flight;
  return drawnOf(flight.message).map((drawn, at) => ({
    ...drawn,
    key: `${id}:${at}`,
    flightId: id,
    from,
    to,
    sentAt,
    arrivesAt,
    ...(retimed && { retimed }),
    background,
    // A wide tile keeps to the middle, clear of the boxes at both sides.
    lane: laneOf(flight) * (drawn.label.length > WIDE_LABEL ? 0.4 : 1),
  }));
}

function drawnOf(message: Message): readonly Drawn[] {
  switch (message.type) {
    case 'produceRequest': {
      const { partition, records, attempt } = message;
      const [first] = records;
      const more = records.length > 1 ? ` +${records.length - 1}` : '';
      const label = `${clipped(first?.value ?? '')}${more}`;
      const again = attempt > 1 ? `, attempt ${attempt}` : '';
      const values = records.map(({ value }) => value).join(', ');
      return [{ kind: 'produce', partition, label, title: `Produce ${values}${again}` }];
    }
    case 'produceResponse': {
      const { partition, error, baseOffset } = message;
      if (error !== 'NONE') return [{ kind: 'refusal', partition, label: '', title: error }];
      const title = `Acknowledged at offset ${baseOffset}`;
      return [{ kind: 'acknowledgement', partition, label: '', title }];
    }
    case 'fetchRequest':
      return [fetchOf(message)];
    case 'fetchResponse':
      if (message.partitions.length === 0)
        return [
          {
            kind: message.error === 'NONE' ? 'nothing' : 'refusal',
            partition: message.session[0] ?? null,
            label: '',
            title: message.error === 'NONE' ? 'Fetch answer: nothing new' : message.error,
          },
        ];
      return message.partitions.map(fetchedOf);
    default:
      return [controlOf(message)];
  }
}

function fetchOf({ partitions, session }: FetchRequest): Drawn {
  const asked = partitions[0];
  const partition = asked?.partition ?? session[0] ?? null;
  const title = asked ? `Fetch ${asked.partition} from offset ${asked.fetchOffset}` : 'Fetch again';
  return { kind: 'fetch', partition, label: '', title };
}

function fetchedOf(fetched: FetchedPartition): Drawn {
  const { partition, error, records, divergingEpoch, highWatermark } = fetched;
  if (error !== 'NONE') return { kind: 'refusal', partition, label: '', title: error };
  if (divergingEpoch) {
    const title = `Logs differ: epoch ${divergingEpoch.epoch} ended at ${divergingEpoch.endOffset}`;
    return { kind: 'divergence', partition, label: '', title };
  }
  if (fetched.preferredReadReplica !== null) {
    const title = `Read from broker ${fetched.preferredReadReplica}: it is nearer`;
    return { kind: 'metadata', partition, label: '', title };
  }
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) {
    const title = `High watermark ${highWatermark}`;
    return { kind: 'highWatermark', partition, label: String(highWatermark), title };
  }
  const label = first === last ? `${first.offset}` : `${first.offset}–${last.offset}`;
  const offsets = first === last ? 'Offset' : 'Offsets';
  const title = `${offsets} ${label}, high watermark ${highWatermark}`;
  return { kind: 'records', partition, label, title };
}

type ControlMessage = Exclude<
  Message,
  { type: 'produceRequest' | 'produceResponse' | 'fetchRequest' | 'fetchResponse' }
>;

function controlOf(message: ControlMessage): Drawn {
  const drawn = (kind: SpriteKind, title: string, error = 'NONE'): Drawn => ({
    kind: error === 'NONE' ? kind : 'refusal',
    partition: null,
    label: '',
    title: error === 'NONE' ? title : error,
  });
  switch (message.type) {
    case 'metadataRequest':
      return drawn('metadata', 'Metadata request: who leads what?');
    case 'metadataResponse':
      return drawn('metadata', 'Metadata: who leads what');
    case 'listOffsetsRequest':
      return drawn('metadata', `Where does ${message.partition} begin and end?`);
    case 'listOffsetsResponse':
      return drawn('metadata', `Offsets of ${message.partition}`, message.error);
    case 'offsetsForLeaderEpochRequest':
      return drawn('metadata', `Where did epoch ${message.leaderEpoch} end?`);
    case 'offsetsForLeaderEpochResponse':
      return drawn('metadata', epochEnd(message), message.error);
    case 'metadataFetchRequest':
      return drawn('clusterMetadata', `Metadata log fetch from offset ${message.offset + 1}`);
    case 'metadataFetchResponse':
      return drawn('clusterMetadata', `Metadata log up to offset ${message.image.offset}`);
    case 'alterPartitionRequest':
      return drawn('inSyncChange', 'AlterPartition: proposes an in-sync set');
    case 'alterPartitionResponse':
      return drawn('inSyncChange', 'AlterPartition answer', message.error);
    case 'brokerRegistrationRequest':
      return drawn('registration', 'Broker registration');
    case 'brokerRegistrationResponse':
      return drawn('registration', 'Broker registration answer', message.error);
    case 'brokerHeartbeatRequest':
      return drawn('heartbeat', 'Heartbeat');
    case 'brokerHeartbeatResponse':
      return drawn('heartbeat', 'Heartbeat answer', message.error);
    case 'connectionClosed':
      return drawn('closed', `Connection closed: no answer to ${message.request}`);
    default:
      return message satisfies never;
  }
}

function epochEnd({ leaderEpoch, endOffset }: OffsetsForLeaderEpochResponse): string {
  return endOffset === -1 ? 'No such epoch' : `Epoch ${leaderEpoch} ended at ${endOffset}`;
}

function clipped(text: string): string {
  return text.length <= LABEL_MAX ? text : `${text.slice(0, LABEL_MAX - 1)}…`;
}
