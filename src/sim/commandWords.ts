import type { Command } from './command';
import type { AdministrationCommand } from './command/administration';
import type { ClientCommand } from './command/client';
import type { NetworkCommand } from './command/network';
import type { WireCommand } from './command/wire';
import { list, nodeName, seconds } from './explain/words';

/** What a command does, in a few words without a capital: `crash broker 1`. */
export function commandWords(command: Command): string {
  switch (command.type) {
    case 'crashBroker':
      return `crash broker ${command.broker}`;
    case 'startBroker':
      return `start broker ${command.broker}`;
    case 'shutDownBroker':
      return `stop broker ${command.broker}`;
    case 'cutPower':
      return `cut the power of broker ${command.broker}`;
    case 'loseInstance':
      return `lose the instance of broker ${command.broker}`;
    case 'replaceDisks':
      return `replace the disks of broker ${command.broker}`;
    case 'pauseBroker':
      return `pause broker ${command.broker} for ${seconds(command.forMs)}`;
    case 'slowDisk':
      return `${command.msPerRecord > 0 ? 'slow' : 'free'} the disk of broker ${command.broker}`;
    case 'failLogDirectory':
      return `fail directory ${command.directory} of broker ${command.broker}`;
    default:
      return otherWords(command);
  }
}

function otherWords(
  command: ClientCommand | NetworkCommand | AdministrationCommand | WireCommand,
): string {
  switch (command.type) {
    case 'cutLink':
    case 'healLink': {
      const [from, to] = [nodeName(command.from), nodeName(command.to)];
      const way = command.bothWays ? `between ${from} and ${to}` : `from ${from} to ${to}`;
      return `${command.type === 'cutLink' ? 'cut' : 'heal'} the link ${way}`;
    }
    case 'healAllLinks':
      return 'heal all links';
    case 'changeMinInsyncReplicas':
      return `set min.insync.replicas=${command.value}`;
    case 'changeUncleanLeaderElection':
      return `set unclean.leader.election.enable=${command.value}`;
    case 'electLeader':
      return `elect a leader of ${command.partition}`;
    case 'reassignPartitions':
      return `reassign ${list(command.targets.map(({ partition }) => partition))}`;
    case 'addBroker':
      return `add broker ${command.broker}`;
    case 'unregisterBroker':
      return `unregister broker ${command.broker}`;
    case 'createTopic':
      return `create topic ${command.topic}`;
    default:
      return clientWords(command);
  }
}

function clientWords(command: ClientCommand | WireCommand): string {
  switch (command.type) {
    case 'produce':
      return `produce to ${command.partition ?? command.topic ?? 'the topic'}`;
    case 'changeAcks':
      return `set acks=${command.acks} of ${nodeName(command.producer)}`;
    case 'changeIdempotence':
      return `set enable.idempotence=${command.value} of ${nodeName(command.producer)}`;
    case 'startLoad':
      return `start the load of ${nodeName(command.producer)}`;
    case 'stopLoad':
      return `stop the load of ${nodeName(command.producer)}`;
    case 'addProducer':
      return 'add a producer';
    case 'addConsumer':
      return 'add a consumer';
    case 'restartConsumer':
      return `restart ${nodeName(command.consumer)}`;
    case 'changeAutoOffsetReset':
      return `set auto.offset.reset=${command.value} of ${nodeName(command.consumer)}`;
    default:
      return wireWords(command);
  }
}

function wireWords(command: WireCommand): string {
  switch (command.type) {
    case 'holdMessage':
      return `hold message ${command.flight}`;
    case 'releaseMessage':
      return `let message ${command.flight} go on`;
    case 'dropMessage':
      return `drop message ${command.flight}`;
    case 'duplicateMessage':
      return `let message ${command.flight} arrive twice`;
    case 'deliverMessage':
      return `let message ${command.flight} arrive now`;
    default:
      return command satisfies never;
  }
}
