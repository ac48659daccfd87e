import { replay, SETTLED_WITHIN_MS, type RefusedCommand } from '../timeline/replay';
import { lineAt, toldLine } from '../timeline/transcript';
import { parseScenario } from './parseScenario';
import type { Problem } from './shape';

/** What a replay writes, and what is to be said beside it. */
export type ReplayText =
  | { readonly lines: readonly string[]; readonly note: string | null }
  | { readonly problems: readonly Problem[] };

/**
 * The transcript of a scenario from its text, or a line of JSON for each checkpoint. Throws what
 * the simulation throws; what is wrong with the text is returned.
 */
export function replayText(text: string, asJson: boolean): ReplayText {
  const parsed = parseScenario(text);
  if ('problems' in parsed) return parsed;
  const { scenario, checkpoints, until } = parsed.file;
  const lines: string[] = [];
  let refused: RefusedCommand[] = [];
  const end = replay(scenario, checkpoints, until, {
    happened: (at, event) => {
      const line = asJson || at < scenario.startsAt ? null : toldLine(at, event);
      if (line !== null) lines.push(line);
    },
    refused: (one) => {
      if (asJson) refused.push(one);
      else lines.push(refusedLine(one));
    },
    checkpoint: (checkpoint) => {
      if (asJson) lines.push(JSON.stringify({ ...checkpoint, refused: refused.map(refusedJson) }));
      refused = [];
    },
  });
  const isOver = until !== 'settled' || end.isSettled;
  const note = isOver ? null : `Not settled after ${SETTLED_WITHIN_MS / 1000} s: ends here.`;
  if (!asJson && note !== null) lines.push(lineAt(end.at, note));
  return { lines, note };
}

function refusedLine({ at, command, refusal }: RefusedCommand): string {
  const { type, ...fields } = command;
  const error = refusal.error === null ? '' : ` (${refusal.error})`;
  const given = Object.values(fields).map((value) => JSON.stringify(value));
  return lineAt(at, `Refused: ${[type, ...given].join(' ')}. ${refusal.because}${error}`);
}

function refusedJson({ at, command, refusal }: RefusedCommand) {
  return { at, command, error: refusal.error, because: refusal.because };
}
