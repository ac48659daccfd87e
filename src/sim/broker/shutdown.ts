import { KAFKA } from '../config';
import { leadCount } from './crash';
import { heartbeat } from './lifecycle';
import { stop } from './stop';
import { changeBroker, tell } from './turn';
import type { BrokerTurn } from './turn';

/**
 * SIGTERM. A broker that serves asks the controller, with a heartbeat at once, to let it go; any
 * other one just stops (BrokerServer.shutdown, BrokerLifecycleManager.beginControlledShutdown).
 */
export function beginShutdown(
  turn: BrokerTurn,
  because: 'told' | 'directoryFailureUntold' = 'told',
): void {
  if (turn.broker.lifecycle !== 'RUNNING') {
    stop(turn, 'notServing');
    return;
  }
  const endsAt = turn.wire.now + KAFKA.controlledShutdownMaxMs;
  changeBroker(turn, {
    lifecycle: 'PENDING_CONTROLLED_SHUTDOWN',
    shutdown: { endsAt, isAnswered: false },
  });
  const leads = leadCount(turn);
  tell(turn, { type: 'shutdownBegan', broker: turn.broker.id, leads, because });
  heartbeat(turn);
}

/**
 * For `log.dir.failure.timeout.ms` the controller could not be told what has failed, so the broker
 * stops itself, unless it does already (BrokerLifecycleManager.OfflineDirBrokerFailureEvent).
 */
export function giveUpTelling(turn: BrokerTurn): void {
  changeBroker(turn, { directoryFailureDueAt: null });
  if (turn.broker.shutdown === null) beginShutdown(turn, 'directoryFailureUntold');
}
