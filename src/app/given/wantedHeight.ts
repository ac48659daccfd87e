/** Below this the page stands in a column, as high as it needs. */
const COLUMN = 600;
/** Of a stage: what it would like of the width, and its bounds in CSS pixels. */
const STAGE_SHARE = 0.44;
const STAGE_MIN = 260;
const STAGE_MAX = 520;

/**
 * How high a page would like to be at its width: what is around the stage, and a stage of a good
 * height. It does not depend on how high the page is, so that a frame that follows comes to rest.
 */
export function wantedHeight(page: HTMLElement, stage: HTMLElement): number {
  const { offsetWidth: width, offsetHeight: height } = page;
  if (width < COLUMN) return height;
  const wanted = Math.min(Math.max(width * STAGE_SHARE, STAGE_MIN), STAGE_MAX);
  return Math.round(height - stage.offsetHeight + wanted);
}
