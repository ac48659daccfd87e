/** Why something stands as it does, in sentences that hold for one moment. */
export interface Why {
  /** How it stands, in one sentence. */
  readonly what: string;
  /** What it waits for, each in a sentence or two; empty when there is nothing to add. */
  readonly because: readonly string[];
  /** The comparison that decides it, with its numbers, and how it came out; null without one. */
  readonly inequality: string | null;
  /** The configuration or KIP behind it. */
  readonly rule: string;
}
