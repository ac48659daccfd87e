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
  expect(linesOf(text)).toContain('  producer1-xbroker1: Produce a, lost:<br/>nobody was there');
  expect(text).toMatch(/Note over controller: .*leader/);
});

describe('a record whose value means something in Mermaid', () => {
  const producedAs = (value: string) => {
    const { recording } = recordedStory()
      .does({ ...PRODUCE, value })
      .until('recordsAppended');
    const text = mermaidOf(recording, engine);
    return /producer1->>broker1: (.*)/.exec(text)?.[1];
  };

  it.each([
    ['ends no line and begins no code', 'a;b #35;', 'Produce a#59;b #35;35#59;'],
    ['is no element of a page', '<b>&lt;', 'Produce #60;b#62;#38;lt#59;'],
    ['is neither a comment nor a wish', '%%{init}', 'Produce #37;#37;#123;init#125;'],
    ['is no formula', '$$x^2$$', 'Produce #36;#36;x^2#36;#36;'],
    ['is one line, whatever is in it', 'a\nb\r\n\u2028c', 'Produce a b c'],
    [
      'is the value as it is where it means nothing',
      'end: 日本 "a" -->>',
      'Produce end: 日本 "a" --#62;#62;',
    ],
  ])('is written so that what it says %s', (_, value, says) => {
    expect(producedAs(value)).toBe(says);
  });

  it('has lines of its own where it is long, which are parted between words', () => {
    expect(producedAs('one two three four five six')).toBe(
      'Produce one two three<br/>four five six',
    );
    expect(producedAs('x'.repeat(60))).toBe(`Produce ${'x'.repeat(60)}`);
    expect(producedAs('abcd abcd abcd abcd abcd 5 ab')).toBe(
      'Produce abcd abcd abcd<br/>abcd abcd 5 ab',
    );
  });
});

it('parts what is told into lines, and no number from what it counts', () => {
  const { recording } = recordedStory()
    .does({ ...PRODUCE, value: 'a' })
    .until('recordsAppended');
  const notes = mermaidOf(recording, engine).match(/Note over .*/g) ?? [];
  expect(notes.at(-1)).toMatch(
    /^Note over broker1: .* s: orders-0: broker 1<br\/>appended offset 0\.$/,
  );
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
