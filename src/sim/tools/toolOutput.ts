/** What a call ends with that was not answered in time. */
export const TIMED_OUT = 'org.apache.kafka.common.errors.TimeoutException: ';

/** What one of Kafka's tools would print at this moment. */
export interface ToolOutput {
  /** The line that would call it. */
  readonly command: string;
  /** What it would print, line by line; an ellipsis stands for what is not modelled. */
  readonly output: string;
  /** Its columns stand one below the other, so no line may be broken. */
  readonly isTable: boolean;
  /** What one should know of it, in sentences. */
  readonly notes: readonly string[];
}
