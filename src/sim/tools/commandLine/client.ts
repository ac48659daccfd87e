import type { ClientCommand, Produce } from '../../command/client';
import { partitionIndex, topicOf } from '../../ids';
import type { ClientId, ConsumerId } from '../../ids';
import { rowsOf } from '../../table';
import type { World } from '../../world';
import { bootstrapServer } from '../bootstrap';
import { onlyWords, quoted, script } from './line';
import type { CommandLine } from './line';

/** What the people behind producers and consumers do. */
export function clientLine(command: ClientCommand, world: World): CommandLine {
  switch (command.type) {
    case 'produce':
      return produce(command, world);
    case 'changeAcks':
      return configured(command.producer, `acks=${command.acks}`);
    case 'changeIdempotence':
      return configured(command.producer, `enable.idempotence=${command.value}`);
    case 'startLoad':
      return startLoad(command.recordsPerSecond, world);
    case 'stopLoad':
      return onlyWords('No command: the application sends nothing more (Ctrl+C).');
    case 'addProducer':
      return script('Another application, such as this one.', consoleProducer(world));
    case 'addConsumer':
      return addConsumer(command.rack, world);
    case 'restartConsumer':
      return restartConsumer(command.consumer, world);
    case 'changeAutoOffsetReset':
      return configured(command.consumer, `auto.offset.reset=${command.value}`);
    default:
      return command satisfies never;
  }
}

function consoleProducer(world: World, topic = world.settings.topic): string {
  return `bin/kafka-console-producer.sh ${bootstrapServer(world)} --topic ${topic}`;
}

function produce({ partition, topic, key, value }: Produce, world: World): CommandLine {
  if (partition !== null) {
    const record = [topicOf(partition), partitionIndex(partition), key, value];
    const fields = record.map((field) => JSON.stringify(field)).join(', ');
    return script(
      'In the application: kafka-console-producer.sh cannot name a partition.',
      `producer.send(new ProducerRecord<>(${fields}));`,
    );
  }
  const tool = consoleProducer(world, topic);
  if (key === null) return script('', `echo ${quoted(value)} | ${tool}`);
  const withKey = '--reader-property parse.key=true --reader-property key.separator=:';
  return script('', `echo ${quoted(`${key}:${value}`)} | ${tool} ${withKey}`);
}

function startLoad(recordsPerSecond: number, world: World): CommandLine {
  const tool = `bin/kafka-producer-perf-test.sh ${bootstrapServer(world)}`;
  const what = `--topic ${world.settings.topic} --num-records 1000000 --record-size 100`;
  return script(
    'It comes near: its records have no keys.',
    `${tool} ${what} --throughput ${recordsPerSecond}`,
  );
}

function addConsumer(rack: string | null, world: World): CommandLine {
  const group = rowsOf(world.consumers).at(-1)?.group ?? '';
  const near = rack === null ? '' : ` --command-property ${quoted(`client.rack=${rack}`)}`;
  return script('Another application, such as this one.', consoleConsumer(world, group) + near);
}

function restartConsumer(consumer: ConsumerId, world: World): CommandLine {
  const group = world.consumers[consumer]?.group ?? '';
  return script(
    `Stop the application of ${consumer} (Ctrl+C) and start it again, such as this one.`,
    consoleConsumer(world, group),
  );
}

function consoleConsumer(world: World, group: string): string {
  const topics = Object.keys(world.controller.image.topics);
  const which = topics.length === 1 ? `--topic ${topics[0]}` : `--include '${topics.join('|')}'`;
  return `bin/kafka-console-consumer.sh ${bootstrapServer(world)} ${which} --group ${group}`;
}

function configured(client: ClientId, line: string): CommandLine {
  return script(`In the configuration of ${client}; then start the application again.`, line);
}
