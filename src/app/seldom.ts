/**
 * Does something at once, but not more often than once in some milliseconds: what is asked for in
 * between is done once, at the end. `stop` gives up what is still to come.
 */
export function seldom(act: () => void, everyMs: number) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastAt = -Infinity;
  const now = () => {
    timer = null;
    lastAt = performance.now();
    act();
  };
  return {
    ask: () => {
      timer ??= setTimeout(now, Math.max(0, lastAt + everyMs - performance.now()));
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
