/** A number that changes with the story, for what follows it without being rendered again. */
export interface MovingValue {
  readonly get: () => number;
  /** Tells of every change from now on. Returns how to stop that. */
  readonly follow: (told: (now: number) => void) => () => void;
}

/** One that can be set. */
export interface SettableValue extends MovingValue {
  readonly set: (next: number) => void;
}

/** Told at once and in the order in which they began to follow: it asks for no frame of its own. */
export function movingValue(first: number): SettableValue {
  let now = first;
  const followers = new Set<(now: number) => void>();
  return {
    get: () => now,
    set: (next) => {
      if (next === now) return;
      now = next;
      for (const told of followers) told(now);
    },
    follow: (told) => {
      followers.add(told);
      return () => followers.delete(told);
    },
  };
}
