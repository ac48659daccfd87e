// A link comes from anybody. These are far beyond what a lesson needs, and what a page bears well.

/** Characters of a link behind `#r=`. */
export const LINK_MAX = 16_000;

/** Bytes of what a link holds when it is inflated. */
export const INFLATED_MAX = 200_000;

/** Commands in a link. */
export const COMMANDS_MAX = 2_000;

/** Recorded frames of a run that has a link. */
export const FRAMES_MAX = 50_000;

/** Steps that are simulated for a link: what came before its story, and its frames. */
export const STEPS_MAX = 60_000;
