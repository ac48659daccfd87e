/** A line of a log. */
export interface LogLine {
  /** Whose log: `controller`, or `broker 2`. */
  readonly by: string;
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  /** The message, with the prefix that names who speaks. */
  readonly text: string;
  /** The class that logs. */
  readonly logger: string;
  /** The exception that is printed on the next line; null without one. */
  readonly cause: string | null;
  /** It is logged a moment after the event, when a message arrives. */
  readonly isLater: boolean;
}

/** The logger of a partition at its broker. */
export const partitionLogger = 'kafka.cluster.Partition';

/** Something that happens. */
export function info(by: string, text: string, logger: string): LogLine {
  return { by, level: 'INFO', text, logger, cause: null, isLater: false };
}

/** Something to look at. */
export function warn(by: string, text: string, logger: string): LogLine {
  return { ...info(by, text, logger), level: 'WARN' };
}

/** Something that has failed. */
export function error(by: string, text: string, logger: string): LogLine {
  return { ...info(by, text, logger), level: 'ERROR' };
}
