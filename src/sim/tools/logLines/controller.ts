import type { ControllerEvent } from '../../decisionEvent';
import type { Event } from '../../event';
import { info, warn } from './line';
import type { LogLine } from './line';

const PACKAGE = 'org.apache.kafka.controller.';
const NONE: readonly LogLine[] = [];

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

/** What the active controller would log. */
export function controllerLines(event: Event): readonly LogLine[] {
  switch (event.type) {
    case 'brokerFenced':
      return fenced(event);
    case 'brokerUnfenced':
      return [unfenced(event)];
    case 'brokerRegistered':
      return [registered(event)];
    case 'controlledShutdownEntered':
      return [
        say(
          `Unfenced broker ${event.broker} has requested and been granted a controlled shutdown.`,
          'BrokerHeartbeatManager',
        ),
      ];
    case 'logDirectoriesOffline':
      return [directoriesOffline(event)];
    case 'leaderElected':
      return elected(event);
    case 'brokerUnregistered':
      return [
        say(
          `Replayed UnregisterBrokerRecord(brokerId=${event.broker}, brokerEpoch=…)`,
          'ClusterControlManager',
        ),
      ];
    case 'topicCreated':
      return [
        say(
          `Replayed TopicRecord for topic ${event.topic} with topic ID ….`,
          'ReplicationControlManager',
        ),
      ];
    default:
      return NONE;
  }
}

function say(text: string, logger: string): LogLine {
  return info('controller', `[QuorumController id=…] ${text}`, PACKAGE + logger);
}

// Of a broker that stops another line tells, with offsets that the event does not hold.
function fenced({ broker, brokerEpoch, because }: Of<'brokerFenced'>): readonly LogLine[] {
  if (because === 'stops') return NONE;
  const who = `broker ${broker} at epoch ${brokerEpoch}`;
  const text = `Fencing ${who} because its session has timed out.`;
  return [say(text, 'ReplicationControlManager')];
}

function unfenced({ broker }: Of<'brokerUnfenced'>): LogLine {
  return say(
    `The request from broker ${broker} to unfence has been granted because it has caught up ` +
      'with the offset of its register broker record ….',
    'BrokerHeartbeatManager',
  );
}

function registered({ broker, brokerEpoch, isFirst }: Of<'brokerRegistered'>): LogLine {
  const records = 'Generated … record(s) to clean up previous incarnations.';
  return say(
    isFirst
      ? `No previous registration found for broker ${broker}. New incarnation ID is ….  ` +
          `${records} New broker epoch is ${brokerEpoch}.`
      : `Registering a new incarnation of broker ${broker}. Previous incarnation ID was …; new ` +
          `incarnation ID is …. ${records} Broker epoch will become ${brokerEpoch}.`,
    'ClusterControlManager',
  );
}

// Kafka names directories by ids that are not modelled.
function directoriesOffline({ broker, directories }: Of<'logDirectoriesOffline'>): LogLine {
  return warn(
    'controller',
    `[QuorumController id=…] Directories [${directories.join(', ')}] in broker ${broker} ` +
      'marked offline, remaining directories: […]',
    `${PACKAGE}ReplicationControlManager`,
  );
}

// A clean election is logged at DEBUG (PartitionRegistration.maybeLogPartitionChange).
function elected(event: Extract<ControllerEvent, { type: 'leaderElected' }>): readonly LogLine[] {
  const { partition, leader, from, leaderEpoch, inSync, by } = event;
  if (by !== 'unclean' && by !== 'lastKnownLeader') return NONE;
  return [
    say(
      `UNCLEAN partition change for ${partition} with topic ID …: ` +
        `isr: […] -> [${inSync.join(', ')}], ` +
        `leader: ${from} -> ${leader}, leaderRecoveryState: RECOVERED -> RECOVERING, ` +
        `leaderEpoch: ${leaderEpoch - 1} -> ${leaderEpoch}, …`,
      'ReplicationControlManager',
    ),
  ];
}
