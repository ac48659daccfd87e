import { KAFKA } from '../../sim/config';
import type { ProducerBatch, ProducerState } from '../../sim/client/state';
import { type ClientId, partitionIdsIn, type Tick } from '../../sim/ids';
import { countOf } from '../../sim/ledger';
import type { World } from '../../sim/world';
import { ClientLeaders } from './ClientLeaders';
import { Rows } from './Part';
import type { TimerProps } from './Timer';
import { endingAt, Timers } from './Timers';

interface ProducerViewProps {
  readonly world: World;
  readonly client: ClientId;
}

/** A producer: whom it takes for leaders, what it has still to deliver, how far it has counted. */
export function ProducerView({ world, client }: ProducerViewProps) {
  const producer = Object.values(world.producers).find((each) => each?.id === client);
  if (!producer) return null;
  const { batches, sequences } = producer;
  return (
    <>
      <ClientLeaders world={world} client={client} />
      <Rows
        title="Batches under way"
        columns={['records', 'partition', 'sequence', 'state']}
        none="None: all records are acknowledged or given up."
        rows={batches.map((batch) => [
          batch.records.map(({ value }) => value).join(', '),
          batch.partition,
          sequenceOf(batch),
          stateOf(batch),
        ])}
      />
      <Timers timers={timersOf(world, producer)} />
      <Rows
        title={`Sequences, producer epoch ${producer.producerEpoch}`}
        columns={['partition', 'next', 'last acknowledged']}
        none="It counts none: without acks=all and idempotence there are no sequences."
        rows={partitionIdsIn(sequences).map((partition) => [
          partition,
          sequences[partition]?.next,
          sequences[partition]?.lastAcknowledged,
        ])}
      />
      <p className="inspectorText">
        acks={producer.acks} · acknowledged {countOf(producer.acknowledged)} · given up{' '}
        {countOf(producer.failed)}
      </p>
    </>
  );
}

function timersOf(
  { now }: World,
  { batches, metadata: { dueAt, updatedAt } }: ProducerState,
): readonly (TimerProps | null)[] {
  return [
    ...batches.flatMap((batch) => [
      waitOf(batch, now),
      endingAt(
        `${batch.partition}: answer (request.timeout.ms)`,
        batch.inFlight?.expiresAt,
        KAFKA.requestTimeoutMs,
      ),
      endingAt(
        `${batch.partition}: delivery.timeout.ms`,
        batch.deliveryExpiresAt,
        KAFKA.deliveryTimeoutMs,
      ),
    ]),
    endingAt('metadata is asked for anew', dueAt, dueAt - updatedAt),
  ];
}

/** Before it is sent for the first time it waits for others, later for better times. */
function waitOf(
  { partition, createdAt, attempts, readyAt, inFlight }: ProducerBatch,
  now: Tick,
): TimerProps | null {
  if (inFlight || readyAt <= now) return null;
  return attempts === 0
    ? { says: `${partition}: linger.ms`, from: createdAt, until: readyAt }
    : endingAt(`${partition}: retry.backoff.max.ms`, readyAt, KAFKA.retryBackoffMaxMs);
}

function sequenceOf({ records }: ProducerBatch): string {
  const [first, last] = [records[0]?.sequence ?? -1, records.at(-1)?.sequence ?? -1];
  if (first === -1) return '—';
  return first === last ? `${first}` : `${first} to ${last}`;
}

function stateOf({ inFlight, attempts, lastError }: ProducerBatch): string {
  if (inFlight) return `at broker ${inFlight.broker}, try ${attempts}`;
  return lastError === 'NONE' ? 'collects records' : `again after ${lastError}`;
}
