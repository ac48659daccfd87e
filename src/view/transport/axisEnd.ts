const ENDS = [12, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 3600];
const HEADROOM = 1.08;

/**
 * Where the scrubber's axis ends, in story seconds. It grows in leaps, so that marks hold still
 * while the story gets longer.
 */
export function axisEnd(lastStory: number): number {
  const needed = lastStory * HEADROOM;
  const longest = ENDS.at(-1) ?? 1;
  return ENDS.find((end) => end >= needed) ?? Math.ceil(needed / longest) * longest;
}
