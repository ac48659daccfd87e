import { describe, expect, it } from 'vitest';
import { recordedStory } from '../../../../test/recordedStory';
import { engine } from '../../../timeline/engine';
import { mermaidOf } from './mermaid';

const PRODUCE = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
} as const;

const linesOf = (text: string) => text.trimEnd().split('\n');

describe('a record that is written', () => {
  const { recording } = recordedStory()
    .does({ ...PRODUCE, value: 'a' })
    .until('recordsAcknowledged');
  const lines = linesOf(mermaidOf(recording, engine));

  it('begins with who takes part', () => {
    expect(lines[0]).toBe('sequenceDiagram');
    expect(lines).toContain('  participant broker1 as Broker 1');
    expect(lines).toContain('  participant producer1 as Producer 1');
  });

  it('is sent, appended, fetched and acknowledged, in this order', () => {
    const wanted = [
      /^ {2}producer1->>broker1: Produce a$/,
      /^ {2}Note over broker1: .*appended offset 0/,
      /^ {2}broker1-->>broker2: Offset 0, high watermark 0$/,
      /^ {2}broker1-->>producer1: Acknowledged at offset 0$/,
    ];
    const at = wanted.map((pattern) => lines.findIndex((line) => pattern.test(line)));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('lets everybody take part who is named', () => {
    const known = lines.flatMap((line) => /participant (\w+)/.exec(line)?.[1] ?? []);
    const named = lines.flatMap((line) => {
      const ways = /^ {2}(\w+)-{1,2}(?:>>|x)(\w+):/.exec(line)?.slice(1) ?? [];
      return [...ways, ...(/Note over (\w+):/.exec(line)?.slice(1) ?? [])];
    });
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(known).toContain(name);
  });
});

it('shows what a crashed broker was sent as lost, and who elected the next', () => {
  const { recording } = recordedStory()
    .does({ type: 'crashBroker', broker: 1 })
    .does({ ...PRODUCE, value: 'a' })
    .until('leaderElected');
  const text = mermaidOf(recording, engine);
  expect(text).toMatch(/Note over broker1: .*Broker 1 crashed/);
  expect(text).toMatch(/-x ?broker1: .*lost \(/);
  expect(text).toMatch(/Note over controller: .*leader/);
});

it('writes what Mermaid would take for markup as codes of letters', () => {
  const value = 'a;b<c>d';
  const { recording } = recordedStory()
    .does({ ...PRODUCE, value })
    .until('recordsAppended');
  const text = mermaidOf(recording, engine);
  expect(text).toContain('Produce a#59;b#60;c#62;d');
});

it('keeps the end where there is more than Mermaid takes, and says so', () => {
  let story = recordedStory();
  for (let round = 0; round < 90; round += 1) {
    story = story.does({ ...PRODUCE, value: 'a' }).until('recordsAcknowledged');
  }
  const text = mermaidOf(story.recording, engine);
  expect(text.length).toBeLessThanOrEqual(50_000);
  expect(text.length).toBeGreaterThan(45_000);
  expect(text).toContain('The beginning is left out.');
  expect(text).toContain('Acknowledged at offset 89');
});
