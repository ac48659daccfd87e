import { expect, it } from 'vitest';
import { expectGolden } from '../transcript';
import { recordedStory, type RecordedStory } from '../recordedStory';
import type { Command } from '../../src/sim/command';
import type { Event } from '../../src/sim/event';
import type { Message } from '../../src/sim/message';
import { causesOf } from '../../src/timeline/causes';
import type { Cause } from '../../src/timeline/permits';
import { promiseBreaks } from '../../src/timeline/promiseBreaks';
import { frame, frameCount } from '../../src/timeline/recording';

const P = 'orders-0';
const produce = (value: string): Command => ({
  type: 'produce',
  producer: 'producer-1',
  partition: P,
  key: null,
  value,
});
const crash = (broker: number): Command => ({ type: 'crashBroker', broker });
const start = (broker: number): Command => ({ type: 'startBroker', broker });

/** The followers are a region away from the leader and its producer. */
const slowFollowers = { racks: { 1: 'a', 2: 'b', 3: 'c' }, clientRacks: { 'producer-1': 'a' } };
const ONE_COPY = { acks: 1, minInsyncReplicas: 1 } as const;
const TWO = { brokers: 2, replicationFactor: 2, minInsyncReplicas: 1 } as const;

const LOST = 'An acknowledged record is never lost';
const TAKEN_BACK = 'What a consumer has read is never taken back';
const TWICE = 'A record is written once';
const OVERTAKEN = 'A producer’s records stay in order within a partition';

it('with acks=1 a loss goes back to the crash before anybody else had the record', () => {
  const story = recordedStory({ ...ONE_COPY, ...slowFollowers });
  for (const value of ['a', 'b']) story.does(produce(value)).until('recordsAcknowledged');
  story.does(crash(1)).until('promiseBroken');
  expectGolden('causes-acks-1', chain(story, LOST));
});

it('acks=1 that a person chose is a setting with a moment', () => {
  const story = recordedStory({ minInsyncReplicas: 1, ...slowFollowers });
  story.does({ type: 'changeAcks', producer: 'producer-1', acks: 1 });
  for (const value of ['a', 'b']) story.does(produce(value)).until('recordsAcknowledged');
  story.does(crash(1)).until('promiseBroken');
  expect(chain(story, LOST)).toMatch(/^setting #1: acks=1 permits it/m);
});

it('does not blame disks that went before the record was written', () => {
  const story = recordedStory({ ...ONE_COPY, ...slowFollowers });
  story.does(crash(1)).until('leaderElected').does({ type: 'replaceDisks', broker: 1 });
  story.does(start(1)).waits(20_000);
  story.does({ type: 'electLeader', partition: P, election: 'PREFERRED' });
  story.until('becameLeader', { broker: 1 }).waits(2_000);
  for (const value of ['a', 'b']) story.does(produce(value)).until('recordsAcknowledged');
  story.does(crash(1)).until('promiseBroken');
  expect(chain(story, LOST)).not.toMatch(/disks/);
});

it('does not blame a crash that was over when the lead went back to the preferred replica', () => {
  const story = recordedStory({
    ...ONE_COPY,
    ...slowFollowers,
    clientRacks: { 'producer-1': 'b' },
  });
  story.does(crash(1)).until('becameLeader', { broker: 2 }).waits(1_000).does(start(1));
  story.until('inSyncReplicasChanged').waits(3_000).does(produce('a')).until('recordsAcknowledged');
  story.does({ type: 'electLeader', partition: P, election: 'PREFERRED' }).until('promiseBroken');
  const told = chain(story, LOST);
  expect(told).not.toMatch(/crash/);
  expectGolden('causes-preferred-election', told);
});

it('a loss by a reassignment goes back to who asked for it', () => {
  const story = recordedStory({ ...ONE_COPY, ...slowFollowers });
  story.does(produce('a')).until('recordsAcknowledged').waits(2_000);
  story.does(produce('b')).until('recordsAcknowledged');
  story.does({ type: 'reassignPartitions', targets: [{ partition: P, replicas: [2, 3] }] });
  story.until('promiseBroken');
  expectGolden('causes-reassignment', chain(story, LOST));
});

it('blames the link that is still cut, not the crash from which the broker came back', () => {
  const story = recordedStory({ ...ONE_COPY, ...slowFollowers });
  story.does(crash(1)).until('leaderElected').waits(1_000).does(start(1));
  story.until('inSyncReplicasChanged', { partition: P }).waits(3_000);
  story.does({ type: 'electLeader', partition: P, election: 'PREFERRED' });
  story.until('becameLeader', { broker: 1 }).waits(2_000);
  story.does({ type: 'cutLink', from: 'broker-1', to: 'controller', bothWays: true }).waits(50);
  story.does(produce('a')).until('recordsAcknowledged').waits(2_000);
  story.does({ type: 'cutLink', from: 'broker-1', to: 'consumer-1', bothWays: true });
  story.until('leaderElected').does(produce('b')).until('promiseBroken');
  const told = chain(story, LOST);
  expect(told).toMatch(/deed #\d+: .*broker 1 and the controller/);
  expect(told).not.toMatch(/crash|consumer/);
});

it('a loss by a leader that leads no longer goes back to the link that was cut', () => {
  const story = recordedStory(ONE_COPY);
  story.does({ type: 'cutLink', from: 'broker-1', to: 'controller', bothWays: true });
  story.until('leaderElected').waits(1_000).does(produce('a')).until('promiseBroken');
  expectGolden('causes-old-leader', chain(story, LOST));
});

it('with acks=0 a loss goes back to the request that died', () => {
  const story = recordedStory({ acks: 0, minInsyncReplicas: 1 });
  story.does(produce('a')).does(crash(1)).until('promiseBroken');
  expectGolden('causes-acks-0', chain(story, LOST));
});

it('a loss by an unclean election goes back to both crashes and the setting', () => {
  const story = recordedStory(TWO);
  story.does({ type: 'changeUncleanLeaderElection', value: true });
  story.does(crash(2)).until('inSyncReplicasChanged').does(produce('a'));
  story.until('recordsAcknowledged').does(crash(1)).until('partitionWentOffline');
  story.does(start(2)).until('promiseBroken');
  expectGolden('causes-unclean-election', chain(story, LOST));
});

it('an unclean election that was asked for is what permits the loss', () => {
  const story = recordedStory(TWO);
  story.does(crash(2)).until('inSyncReplicasChanged').does(produce('a'));
  story.until('recordsAcknowledged').does(crash(1)).until('partitionWentOffline');
  story.does(start(2)).until('brokerUnfenced', { broker: 2 }).waits(3_000);
  story.does({ type: 'electLeader', partition: P, election: 'UNCLEAN' }).until('promiseBroken');
  expect(chain(story, LOST)).toMatch(/^setting #\d+: Somebody asked for an unclean election/m);
});

it('a loss of power takes what only one machine had in its memory', () => {
  const story = recordedStory({ brokers: 1, replicationFactor: 1, minInsyncReplicas: 1 });
  story.does(produce('a')).until('recordsAcknowledged').does({ type: 'cutPower', broker: 1 });
  story.until('promiseBroken');
  expectGolden('causes-lost-power', chain(story, LOST));
});

it('a lost instance goes back to those who had stopped before, with a copy each', () => {
  const story = recordedStory({ eligibleLeaderReplicas: false });
  story.does(produce('a')).until('recordsAcknowledged');
  for (const broker of [3, 2]) story.does({ type: 'shutDownBroker', broker }).until('brokerFenced');
  story.does({ type: 'loseInstance', broker: 1 }).until('brokerFenced');
  story.does(start(2)).until('brokerUnfenced').does(start(1)).until('promiseBroken');
  expectGolden('causes-lost-instance', chain(story, LOST));
});

it('a record that is written twice goes back to the answer that never came', () => {
  const story = recordedStory({ enableIdempotence: false });
  story.does(produce('a')).until('recordsReplicated', { broker: 2 }).does(crash(1));
  story.until('duplicateAppended');
  expectGolden('causes-duplicate', chain(story, TWICE));
});

it('a record that is written twice goes back to who had its request delivered twice', () => {
  const story = recordedStory({ enableIdempotence: false });
  story.does(produce('a'));
  story.does({ type: 'duplicateMessage', flight: flightOf(story, 'produceRequest') });
  story.until('duplicateAppended');
  expectGolden('causes-delivered-twice', chain(story, TWICE));
});

it('a record that is written twice goes back to who dropped, or held, the answer', () => {
  for (const type of ['dropMessage', 'holdMessage'] as const) {
    const story = recordedStory({ enableIdempotence: false });
    story.does(produce('a')).until('highWatermarkAdvanced');
    const flight = flightOf(story, 'produceResponse');
    story.does({ type, flight }).until('duplicateAppended');
    const said = type === 'dropMessage' ? 'is lost' : 'is held on its way';
    expect(chain(story, TWICE)).toMatch(
      new RegExp(`^deed #\\d+: The ProduceResponse .* ${said}`, 'm'),
    );
  }
});

it('records that change places go back to the retry', () => {
  const story = recordedStory({ enableIdempotence: false }, { seed: 3 });
  story.does(crash(1)).does(produce('a')).waits(6).does(produce('b'));
  story.until('recordsAcknowledged').waits(3_000);
  expect(logOf(story, 2)).toEqual(['b', 'a']);
  expectGolden('causes-overtaken', chain(story, OVERTAKEN));
});

it('what is taken back from a consumer goes back to the unclean election', () => {
  const story = recordedStory({ ...TWO, uncleanLeaderElection: true });
  story.does(produce('a')).until('recordsConsumed').waits(1_000);
  story.does(crash(2)).until('brokerFenced').does(produce('b')).until('recordsConsumed');
  story.does(crash(1)).until('brokerFenced').does(start(2)).until('truncationDetected');
  const [broken] = promiseBreaks(story.recording).filter(
    ({ promise }) => promise.name === TAKEN_BACK,
  );
  expect(broken?.happening.event.type).toBe('promiseBroken');
  expectGolden('causes-taken-back', lines(story, 'truncationDetected'));
});

it('a run in which all is kept has no chain', () => {
  const story = recordedStory();
  story.does(produce('a')).until('recordsAcknowledged').does(crash(1)).until('leaderElected');
  expect(promiseBreaks(story.recording)).toEqual([]);
});

function chain(story: RecordedStory, name: string): string {
  const broken = promiseBreaks(story.recording).find(({ promise }) => promise.name === name);
  if (!broken) throw new Error(`“${name}” was kept.`);
  return told(causesOf(story.recording, broken.happening));
}

/** The id of the first message of a type that is under way; it may be sent in a moment. */
function flightOf(story: RecordedStory, type: Message['type']): number {
  for (let left = 20; left > 0; left -= 1) {
    const { flights } = frame(story.recording, frameCount(story.recording) - 1).world;
    const found = flights.find(({ message }) => message.type === type);
    if (found) return found.id;
    story.waits(1);
  }
  throw new Error(`No ${type} is under way.`);
}

/** What led to the first event of a type. */
function lines({ recording }: RecordedStory, type: Event['type']): string {
  const { happenings } = recording.line.run;
  const first = happenings.find(({ event }) => event.type === type);
  return first ? told(causesOf(recording, first)) : '';
}

function told(causes: readonly Cause[]): string {
  const lines = causes.map(({ says, kind, happening }) => {
    return `${kind} ${happening ? `#${happening.number}` : 'from the start'}: ${says}\n`;
  });
  return lines.join('');
}

function logOf({ recording }: RecordedStory, broker: number): readonly string[] {
  const { world } = frame(recording, frameCount(recording) - 1);
  return world.brokers[broker]?.replicas[P]?.log.records.map(({ value }) => value) ?? [];
}
