interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels of the viewport. `bottom` is counted from its foot. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number | null;
  readonly bottom: number | null;
  readonly maxHeight: number;
}

const GAP = 6;
const EDGE = 8;

/** Below what opened it, or above where there is more room; never over the edge of the screen. */
export function menuPlace(trigger: Box, menu: Size, screen: Size): MenuPlace {
  const below = screen.height - trigger.bottom - GAP - EDGE;
  const above = trigger.top - GAP - EDGE;
  const isBelow = menu.height <= below || below >= above;
  const left = Math.max(EDGE, Math.min(trigger.left, screen.width - menu.width - EDGE));
  return {
    left,
    top: isBelow ? trigger.bottom + GAP : null,
    // From here it grows upwards, whatever its entries come to say.
    bottom: isBelow ? null : screen.height - trigger.top + GAP,
    maxHeight: isBelow ? below : above,
  };
}
