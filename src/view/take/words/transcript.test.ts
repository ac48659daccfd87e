import { expect, it } from 'vitest';
import { recordedStory } from '../../../../test/recordedStory';
import { transcriptOf } from './transcript';

it('says what was told, each with its time, its reason and its rule', () => {
  const { recording } = recordedStory()
    .does({ type: 'crashBroker', broker: 1 })
    .until('leaderElected');
  const text = transcriptOf(recording);
  expect(text).toMatch(/^Highwater: 3 brokers, topic orders with 1 partition, seed 1\.\n\n/);
  expect(text).toMatch(/^ {4}1\.668 s {2}Broker 1 crashed\./m);
  expect(text).toMatch(/^ {3}10\.125 s {2}orders-0: the controller made broker 2 leader/m);
  expect(text).toContain('(broker.session.timeout.ms = 9000');
  // What its marks stand for is said below, and nothing else of the kind.
  expect(text).toMatch(/\n\nSimpler here than in Kafka:\n\n +\[M4\] {2}A crash is the death of/);
  const marks = new Set(text.match(/\[M\d+\]$/gm));
  expect(text.match(/^ +\[M\d+\] {2}/gm)).toHaveLength(marks.size);
});

it('says so where nothing has happened', () => {
  expect(transcriptOf(recordedStory().recording)).toMatch(/\n\nNothing has happened yet\.\n$/);
});
