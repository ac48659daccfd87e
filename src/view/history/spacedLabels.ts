/** A label over the scrubber, before it is known whether there is room for it. */
export interface Label {
  readonly id: string;
  readonly text: string;
  /** Where its mark is, in pixels. */
  readonly x: number;
  /** The heavier one stays when two do not fit. */
  readonly weight: number;
}

export type PlacedLabel<T extends Label> = T & { readonly left: number; readonly width: number };

const CHARACTER_WIDTH = 8;
const GAP = 8;
/** Saying the same again nearby says nothing. */
const GAP_TO_SAME = 200;

/** The labels for which there is room, heaviest first, none over another or over an edge. */
export function spacedLabels<T extends Label>(
  labels: readonly T[],
  axisWidth: number,
): readonly PlacedLabel<T>[] {
  const placed: PlacedLabel<T>[] = [];
  for (const label of labels.toSorted((a, b) => b.weight - a.weight || b.x - a.x)) {
    const width = label.text.length * CHARACTER_WIDTH;
    const left = Math.max(0, Math.min(label.x - width / 2, axisWidth - width));
    const isFree = placed.every((other) =>
      isApart(other, left, width, other.text === label.text ? GAP_TO_SAME : GAP),
    );
    if (isFree && width <= axisWidth) placed.push({ ...label, left, width });
  }
  return placed.toSorted((a, b) => a.left - b.left);
}

function isApart(
  other: { readonly left: number; readonly width: number },
  left: number,
  width: number,
  gap: number,
): boolean {
  return left >= other.left + other.width + gap || left + width + gap <= other.left;
}
