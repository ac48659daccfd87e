import type { Event } from '../sim/event';
import { explain } from '../sim/explain';
import type { Tick } from '../sim/ids';
import { weightOf } from '../sim/weight';

const INDENT = ' '.repeat(13);

/** What people read of an event: what and why in full, the rule that it rests on below. */
function sentencesOf(event: Event): string {
  const { what, why, rule, simplification } = explain(event);
  const mark = simplification ? ` [${simplification}]` : '';
  return `${what}\n${INDENT}${why}\n${INDENT}(${rule})${mark}`;
}

/** What is told of an event, with the time; null when it is a detail or routine. */
export function toldLine(at: Tick, event: Event): string | null {
  return weightOf(event) === 'told' ? lineAt(at, sentencesOf(event)) : null;
}

/** A line of a transcript: seconds and milliseconds, so that a column of them can be read down. */
export function lineAt(at: Tick, says: string): string {
  const seconds = Math.floor(at / 1000);
  const rest = String(at % 1000).padStart(3, '0');
  return `${`${seconds}.${rest} s`.padStart(11)}  ${says}`;
}
