/** A value that changes many times a second: whoever draws by it is told, and nothing renders. */
export interface MovingValue {
  readonly get: () => number;
  readonly set: (value: number) => void;
  /** Calls back with each other value from now on. Returns how to stop it. */
  readonly onChange: (write: (value: number) => void) => () => void;
}

export function movingValue(first: number): MovingValue {
  let now = first;
  const writers = new Set<(value: number) => void>();
  return {
    get: () => now,
    set: (value) => {
      if (value === now) return;
      now = value;
      for (const write of writers) write(value);
    },
    onChange: (write) => {
      // Two that write the same are two.
      const writer = (value: number) => write(value);
      writers.add(writer);
      return () => {
        writers.delete(writer);
      };
    },
  };
}
