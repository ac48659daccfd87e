/** Which records an event is about, the one as many as the other. */
export interface RecordNames {
  /** Their numbers in the run, which are no offsets. */
  readonly recordIds: readonly number[];
  /** What they say: so they are called, on the stage too. */
  readonly values: readonly string[];
}

/** Names records for an event. */
export function namesOf(
  records: readonly { readonly id: number; readonly value: string }[],
): RecordNames {
  return { recordIds: records.map(({ id }) => id), values: records.map(({ value }) => value) };
}
