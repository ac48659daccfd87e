import { restoredHighWatermark } from './highWatermark';
import { logEndOffset } from './log';
import type { Replica } from './state';
import { changeBroker, mapReplicas, tell } from './turn';
import type { BrokerTurn } from './turn';

/**
 * A new process on what is on the disks, with the power on, on a new instance if the last is gone.
 * The clean-shutdown marker is read once and deleted (LogManager.loadLogs).
 */
export function start(turn: BrokerTurn): void {
  const { broker } = turn;
  const incarnation = broker.incarnation + 1;
  const disks = disksOf(turn);
  changeBroker(turn, {
    lifecycle: 'STARTING',
    machine: 'on',
    incarnation,
    brokerEpoch: -1,
    previousBrokerEpoch: broker.cleanShutdownEpoch,
    cleanShutdownEpoch: -1,
    image: {
      ...broker.image,
      offset: -1,
    },
    replicas: mapReplicas(broker, recovered),
    registrationDueAt: turn.wire.now,
    registrationAttempt: 0,
  });
  const { machine } = broker;
  tell(turn, { type: 'brokerStarted', broker: broker.id, incarnation, disks, machine });
}

function disksOf({ broker }: BrokerTurn): 'clean' | 'unclean' | 'empty' {
  if (Object.keys(broker.replicas).length === 0) return 'empty';
  return broker.cleanShutdownEpoch === -1 ? 'unclean' : 'clean';
}

// The high watermark comes from its checkpoint, and may be a little old (LogManager.loadLog).
function recovered(replica: Replica): Replica {
  const { log, checkpointedHighWatermark } = replica;
  const end = logEndOffset(log);
  return {
    ...replica,
    leader: -1,
    leaderEpoch: -1,
    partitionEpoch: -1,
    role: { type: 'waiting' },
    highWatermark: restoredHighWatermark(checkpointedHighWatermark, log.startOffset, end),
  };
}
