import { describe, expect, it } from 'vitest';
import { everyCommand } from '../../../test/everyCommand';
import { startCluster } from '../../../test/cluster';
import type { Command } from '../command';
import { commandLine } from './commandLine';

const { world } = startCluster({ partitions: 2 });
const reassigned = { type: 'reassignPartitions' } as const;

describe('what would do the same on a cluster', () => {
  it('is there for every command, as something to type or in words', () => {
    const lines = everyCommand.commands.map(({ command }) => commandLine(command, world));
    expect(lines.filter(({ script, words }) => `${script ?? ''}${words}` === '')).toEqual([]);
    for (const { script, words } of lines) {
      expect(script ?? '').not.toMatch(/undefined|NaN|\[object/);
      expect(words).toMatch(/^$|^[A-Z].*\.$/);
    }
  });

  it.each<readonly [Command, string]>([
    [{ type: 'crashBroker', broker: 1 }, 'kill -9 $(pgrep -f kafka.Kafka)'],
    [
      { type: 'pauseBroker', broker: 1, forMs: 10_500 },
      'kill -STOP $(pgrep -f kafka.Kafka); sleep 10.5; kill -CONT $(pgrep -f kafka.Kafka)',
    ],
    [
      { type: 'slowDisk', broker: 2, msPerRecord: 200 },
      'systemctl set-property --runtime kafka.service "IOWriteIOPSMax=/dev/sdX 5"',
    ],
    [
      { type: 'cutLink', from: 'broker-1', to: 'broker-3', bothWays: true },
      'iptables -A OUTPUT -d broker-3 -j DROP\niptables -A INPUT -s broker-3 -j DROP',
    ],
    [
      { type: 'healLink', from: 'broker-1', to: 'broker-3', bothWays: false },
      'iptables -D OUTPUT -d broker-3 -j DROP',
    ],
    [
      { type: 'electLeader', partition: 'orders-1', election: 'PREFERRED' },
      'bin/kafka-leader-election.sh --bootstrap-server broker-1:9092 --election-type PREFERRED ' +
        '--topic orders --partition 1',
    ],
    [
      { type: 'changeMinInsyncReplicas', value: 1 },
      'bin/kafka-configs.sh --bootstrap-server broker-1:9092 --alter --entity-type topics ' +
        '--entity-name orders --add-config min.insync.replicas=1',
    ],
    [
      { type: 'unregisterBroker', broker: 3 },
      'bin/kafka-cluster.sh unregister --bootstrap-server broker-1:9092 --id 3',
    ],
    [{ type: 'changeAcks', producer: 'producer-1', acks: 1 }, 'acks=1'],
    [
      { type: 'produce', producer: 'producer-1', partition: null, key: 'k', value: "it's" },
      "echo 'k:it'\\''s' | bin/kafka-console-producer.sh --bootstrap-server broker-1:9092 " +
        '--topic orders --reader-property parse.key=true --reader-property key.separator=:',
    ],
    [
      { type: 'produce', producer: 'producer-1', partition: 'orders-1', key: null, value: 'a' },
      'producer.send(new ProducerRecord<>("orders", 1, null, "a"));',
    ],
  ])('for %j it is what an operator would type', (command, script) => {
    expect(commandLine(command, world).script).toBe(script);
  });

  it('starts and cancels reassignments each with a file of its own', () => {
    const targets = [
      { partition: 'orders-0', replicas: [3, 2] },
      { partition: 'orders-1', replicas: null },
    ] as const;
    const [file, execute, other, cancel] = linesOf({ ...reassigned, targets });
    expect(file).toBe(
      `echo '{"version":1,"partitions":[{"topic":"orders","partition":0,"replicas":[3,2]}]}' ` +
        '> execute.json',
    );
    expect(execute).toMatch(/--reassignment-json-file execute.json --execute$/);
    expect(other).toContain('"partition":1,"replicas":[2,3,1]');
    expect(cancel).toMatch(/--reassignment-json-file cancel.json --cancel$/);
  });

  it('says so where nobody could type anything', () => {
    const { script, words } = commandLine({ type: 'loseInstance', broker: 1 }, world);
    expect(script).toBeNull();
    expect(words).toMatch(/^No command: the cloud takes the machine away/);
  });

  it('reads every topic with a consumer that is started', () => {
    const more = startCluster().createTopic('payments').addConsumer('b').settle();
    expect(commandLine({ type: 'addConsumer', rack: 'b' }, more.world).script).toMatch(
      /--include 'orders\|payments' --group shipping --command-property 'client.rack=b'$/,
    );
  });
});

function linesOf(command: Command): readonly string[] {
  return commandLine(command, world).script?.split('\n') ?? [];
}
