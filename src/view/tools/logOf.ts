import type { BrokerId } from '../../sim/ids';
import {
  openAfter,
  type OpenProposals,
  type Proposal,
  proposalOf,
} from '../../sim/tools/agreedProposals';
import { agreedLine, logLines } from '../../sim/tools/logLines';
import type { LogLine } from '../../sim/tools/logLines/line';
import type { Happening } from '../../timeline/mark';

interface LoggedLine {
  /** Of the frame in which it happened. */
  readonly index: number;
  readonly tick: number;
  readonly line: LogLine;
}

interface Log {
  readonly lines: LoggedLine[];
  readonly agreed: { readonly index: number; readonly proposal: Proposal }[];
  /** When which process began: it counts from nothing. */
  readonly started: { readonly index: number; readonly broker: BrokerId }[];
  open: OpenProposals;
  /** How many happenings are in it. */
  seen: number;
}

const LOGS = new WeakMap<readonly Happening[], Log>();

/**
 * All log lines of a run, and all proposals to which the controller agreed. The happenings of a run
 * only grow, so that each is looked at once.
 */
export function logOf(happenings: readonly Happening[]): Omit<Readonly<Log>, 'open' | 'seen'> {
  const log = LOGS.get(happenings) ?? newLog();
  LOGS.set(happenings, log);
  for (const happening of happenings.slice(log.seen)) take(log, happening);
  log.seen = happenings.length;
  return log;
}

function newLog(): Log {
  return { lines: [], agreed: [], started: [], open: {}, seen: 0 };
}

function take(log: Log, { event, index, tick }: Happening): void {
  if (event.type === 'brokerStarted') log.started.push({ index, broker: event.broker });
  const proposal = event.type === 'inSyncReplicasChanged' ? proposalOf(log.open, event) : null;
  log.open = openAfter(log.open, event);
  for (const line of logLines(event)) log.lines.push({ index, tick, line });
  if (proposal === null || event.type !== 'inSyncReplicasChanged') return;
  log.agreed.push({ index, proposal });
  log.lines.push({ index, tick, line: agreedLine(event) });
}
