import type { Event } from '../../../sim/event';
import type { NodeId, Tick } from '../../../sim/ids';
import { weightOf } from '../../../sim/weight';
import type { Engine } from '../../../timeline/engine';
import type { Passage } from '../../../timeline/passages';
import { frameCount, happeningsUntil, type Recording } from '../../../timeline/recording';
import { nodeName } from '../../nodeName';
import { laneMarkOf, nodeOf } from '../../spaceTime/laneMark';
import { sceneOf } from '../../spaceTime/scene';
import { spritesOf } from '../../stage/messages/sprite';
import { clockText } from '../../transport/clockText';
import { deathWords } from '../../wire/deathWords';

/** Letters of a line: a wider diagram is shown in small type where it is put. */
const LINE = 28;

/** Mermaid takes no more, unless a page is set up otherwise (`maxTextSize`). */
const TEXT_MAX = 50_000;

interface Line {
  /** When, and whether it comes first or later at that tick. */
  readonly at: Tick;
  readonly rank: number;
  readonly text: string;
}

/**
 * A run as a Mermaid sequence diagram: who takes part, the messages of note as they arrive, and
 * what is told between them. Where there is more than Mermaid takes, the end of it.
 */
export function mermaidOf(recording: Recording, { explain }: Pick<Engine, 'explain'>): string {
  const last = frameCount(recording) - 1;
  const wishes = { partition: 'any-0', allPartitions: true, allMessages: false } as const;
  const { nodes, passages } = sceneOf(recording, { first: 0, to: last, focus: last }, wishes);
  const told = happeningsUntil(recording, last).filter(({ event }) => weightOf(event) === 'told');
  const lines: readonly Line[] = [
    ...passages.map((passage) => ({ ...messageLine(passage), rank: 0 })),
    ...told.map(({ event, tick }) => ({
      at: tick,
      rank: 1,
      text: noteLine(event, `${clockText(tick)}: ${explain(event).what}`, nodes),
    })),
  ];
  const sorted = lines.toSorted((a, b) => a.at - b.at || a.rank - b.rank);
  const head = ['sequenceDiagram', ...nodes.map(participant)];
  const left = `  Note over ${idOf(nodes[0] ?? 'controller')}: The beginning is left out.`;
  const texts = sorted.map(({ text }) => text);
  const room = TEXT_MAX - head.join('\n').length - 2;
  return `${[...head, ...fitting(texts, room, left)].join('\n')}\n`;
}

function participant(node: NodeId): string {
  return `  participant ${idOf(node)} as ${written(capital(nodeName(node).replace('the ', '')))}`;
}

function messageLine({ flight, fate, endsAt, because }: Passage) {
  const isAnswer = flight.message.type.endsWith('Response');
  const arrow = fate === 'lost' ? (isAnswer ? '--x' : '-x') : isAnswer ? '-->>' : '->>';
  const says = spritesOf(flight).map(({ title }) => title);
  if (because !== null) says.push(`lost: ${deathWords(because)}`);
  if (fate === 'inFlight') says.push('on its way');
  const way = `${idOf(flight.from)}${arrow}${idOf(flight.to)}`;
  return { at: endsAt, text: `  ${way}: ${written(says.join(', '))}` };
}

/** Over who decided it or whom it is about; over the first, when that one takes no part. */
function noteLine(event: Event, says: string, nodes: readonly NodeId[]): string {
  const about = laneMarkOf(event)?.node ?? nodeOf(event);
  const node = nodes.find((each) => each === about) ?? nodes[0] ?? about;
  return `  Note over ${idOf(node)}: ${written(says)}`;
}

/** All lines, or the last of them behind a line that says so, in so many letters. */
function fitting(lines: readonly string[], room: number, left: string): readonly string[] {
  const lengthOf = (some: readonly string[]) => some.join('\n').length;
  if (lengthOf(lines) <= room) return lines;
  let free = room - left.length - 1;
  const from = lines.findLastIndex((line) => (free -= line.length + 1) < 0) + 1;
  return [left, ...lines.slice(from)];
}

/** A name that Mermaid takes for nothing else. */
function idOf(node: NodeId): string {
  return node.replace('-', '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text in lines of about the same length. A number stays with what it counts. */
function written(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const least = Math.floor(plain.length / Math.ceil(plain.length / LINE));
  const lines = plain.replaceAll(new RegExp(`(.{${least},}?) (?!\\d)`, 'g'), '$1\n').split('\n');
  return lines.map(escaped).join('<br/>');
}

/**
 * Text that ends nothing and means nothing in Mermaid: semicolons end a line, number signs begin
 * the code of a letter, two percent signs a comment, two dollar signs a formula; the rest is HTML
 * there.
 */
function escaped(text: string): string {
  return text.replaceAll(/[#;<>&%{}$]/g, (letter) => `#${letter.charCodeAt(0)};`);
}
