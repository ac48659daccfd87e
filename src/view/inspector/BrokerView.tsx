import { logEndOffset } from '../../sim/broker/log';
import type { BrokerState } from '../../sim/broker/state';
import { KAFKA } from '../../sim/config';
import type { BrokerId } from '../../sim/ids';
import { rowOf, rowsOf } from '../../sim/table';
import { brokerFacts, replicaFacts } from '../../sim/why/differences';
import type { World } from '../../sim/world';
import { Facts } from './Facts';
import { Rows } from './Part';
import { SubjectButton } from './SubjectButton';
import type { TimerProps } from './Timer';
import { endingAt, leaderTimers, Timers } from './Timers';

interface BrokerViewProps {
  readonly world: World;
  readonly broker: BrokerId;
}

/** What a broker's process knows and waits for. */
export function BrokerView({ world, broker }: BrokerViewProps) {
  const state = rowOf(world.brokers, broker);
  return (
    <>
      <Facts
        title="Itself"
        believes={`broker ${broker}`}
        decided="the controller"
        facts={brokerFacts(world, broker)}
      />
      <Timers timers={timersOf(world, state)} />
      <Rows
        title="Its replicas"
        columns={['partition', 'leader', 'epoch', 'high watermark', 'log end']}
        none="It has no replicas."
        rows={rowsOf(state.replicas).map(({ partition, log, highWatermark }) => {
          const [leader, epoch] = replicaFacts(world, broker, partition);
          return [
            <SubjectButton key={partition} subject={{ type: 'replica', broker, partition }}>
              {partition}
            </SubjectButton>,
            leader && (leader.differs ? `≠ ${leader.believes}` : leader.believes),
            epoch?.believes,
            highWatermark,
            logEndOffset(log),
          ];
        })}
      />
      <Rows
        title="Writes that wait here"
        columns={['waits for', 'now', 'from']}
        none="None: acks=all waits here until the high watermark has passed."
        rows={state.delayedProduces.map(({ partition, producer, requiredOffset }) => [
          `${partition}: high watermark ≥ ${requiredOffset}`,
          state.replicas[partition]?.highWatermark,
          producer.replace('-', ' '),
        ])}
      />
    </>
  );
}

function timersOf(world: World, state: BrokerState): readonly (TimerProps | null)[] {
  const contact = world.controller.lastContactAt[state.id];
  const session = KAFKA.brokerSessionTimeoutMs;
  return [
    contact === undefined
      ? null
      : endingAt('its session at the controller', contact + session, session),
    endingAt('stands still', state.pausedUntil, null),
    endingAt('looks who lags', state.inSyncCheckDueAt, KAFKA.replicaLagTimeMaxMs / 2),
    endingAt(
      'checkpoints its high watermarks',
      state.checkpointDueAt,
      KAFKA.highWatermarkCheckpointIntervalMs,
    ),
    endingAt(
      'stops unless it can tell of its failed disk',
      state.directoryFailureDueAt,
      KAFKA.logDirFailureTimeoutMs,
    ),
    ...leaderTimers(state),
    ...rowsOf(state.fetchers).map(({ leader, busyUntil }) =>
      endingAt(`writes what broker ${leader} sent`, busyUntil, null),
    ),
    ...state.delayedProduces.map(({ partition, requiredOffset, expiresAt }) =>
      endingAt(
        `${partition}: write up to ${requiredOffset - 1} waits`,
        expiresAt,
        KAFKA.requestTimeoutMs,
      ),
    ),
  ];
}
