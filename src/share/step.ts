/** No story and no lesson has more steps. */
export const STEP_MAX = 10_000;

/** The step that an address or an attribute asks for; null when it can be none. */
export function stepIn(written: string): number | null {
  const step = Number(written);
  return /^\d+$/.test(written) && step <= STEP_MAX ? step : null;
}
