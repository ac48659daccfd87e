import { SIMPLIFICATIONS } from '../../../sim/simplifications';
import type { Scenario } from '../../../timeline/scenario';
import {
  frameCount,
  happeningsUntil,
  type Recording,
  scenarioOf,
} from '../../../timeline/recording';
import { toldLine } from '../../../timeline/transcript';

/** What was told of a run, from its beginning to the end of what was recorded. */
export function transcriptOf(recording: Recording): string {
  const happenings = happeningsUntil(recording, frameCount(recording) - 1);
  const told = happenings.flatMap(({ tick, event }) => toldLine(tick, event) ?? []);
  const lines = told.length > 0 ? told : ['Nothing has happened yet.'];
  const all = [headOf(scenarioOf(recording)), '', ...lines, ...notesOn(lines)];
  return `${all.join('\n')}\n`;
}

/** What the marks in the lines stand for: where the simulation is simpler than Kafka. */
function notesOn(lines: readonly string[]): readonly string[] {
  const notes = Object.entries(SIMPLIFICATIONS)
    .filter(([id]) => lines.some((line) => line.endsWith(`[${id}]`)))
    .map(([id, says]) => `${`[${id}]`.padStart(11)}  ${says}`);
  return notes.length > 0 ? ['', 'Simpler here than in Kafka:', '', ...notes] : [];
}

function headOf({ seed, settings }: Scenario): string {
  const { brokers, topic, partitions } = settings;
  const size = `topic ${topic} with ${counted(partitions, 'partition')}`;
  return `Highwater: ${counted(brokers, 'broker')}, ${size}, seed ${seed}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
