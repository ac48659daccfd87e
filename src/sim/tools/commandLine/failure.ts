import type { FailureCommand } from '../../command/failure';
import type { BrokerId } from '../../ids';
import { onlyWords, script } from './line';
import type { CommandLine } from './line';

/** The process id of a broker, as `kafka-server-stop.sh` finds it. */
const PROCESS = '$(pgrep -f kafka.Kafka)';

/** Makes a disk ready for a broker of a cluster that exists (StorageTool). */
export const FORMAT =
  'bin/kafka-storage.sh format --cluster-id CLUSTER_ID --config config/broker.properties ' +
  '--no-initial-controllers';

/** Starts a broker's process in the background. */
export const START = 'bin/kafka-server-start.sh -daemon config/broker.properties';

/** What breaks a broker on a real cluster, and what puts it right. */
export function failureLine(command: FailureCommand): CommandLine {
  const { type, broker } = command;
  switch (type) {
    case 'crashBroker':
      return script(on(broker), `kill -9 ${PROCESS}`);
    case 'startBroker':
      return script(`${on(broker)} New, empty disks are formatted first.`, START);
    case 'shutDownBroker':
      return script(`${on(broker)} It sends SIGTERM.`, 'bin/kafka-server-stop.sh');
    case 'cutPower':
      return script(
        `${on(broker)} It switches off at once and writes nothing to the disk before.`,
        'echo o > /proc/sysrq-trigger',
      );
    case 'loseInstance':
      return onlyWords('No command: the cloud takes the machine away, and its disks with it.');
    case 'replaceDisks':
      return script(`${on(broker)} The new disks are mounted where the old ones were.`, FORMAT);
    case 'pauseBroker':
      return script(
        `${on(broker)} A long garbage collection does the same without a command.`,
        `kill -STOP ${PROCESS}; sleep ${command.forMs / 1000}; kill -CONT ${PROCESS}`,
      );
    case 'slowDisk':
      return slowDisk(broker, command.msPerRecord);
    case 'failLogDirectory':
      return script(
        `${on(broker)} sdX is the disk under /${command.directory}. Real disks need no command.`,
        'echo offline > /sys/block/sdX/device/state',
      );
    default:
      return command satisfies never;
  }
}

function slowDisk(broker: BrokerId, msPerRecord: number): CommandLine {
  const writes = msPerRecord === 0 ? '' : `/dev/sdX ${Math.max(1, Math.floor(1000 / msPerRecord))}`;
  return script(
    `${on(broker)} Nothing slows single records; a limit of writes in a second comes near.`,
    `systemctl set-property --runtime kafka.service "IOWriteIOPSMax=${writes}"`,
  );
}

function on(broker: BrokerId): string {
  return `On the machine of broker ${broker}.`;
}
