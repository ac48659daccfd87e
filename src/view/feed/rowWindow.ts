/** Pixels that are drawn beyond what is seen, at both ends. */
const MARGIN = 320;

/** Height of a row that has never been drawn: a sentence of two lines. */
export const ROW_HEIGHT = 46;

/** Which rows are drawn, and how high the room is of those above and below that are not. */
export interface RowWindow {
  readonly first: number;
  /** The first one below that is not drawn. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/**
 * The rows about a place in a list that is counted from its end, where it stands most of the time.
 *
 * @param fromEnd pixels between the end of the list and the lower edge of what is seen
 * @param seen height of what is seen
 */
export function rowWindow(
  count: number,
  heightAt: (index: number) => number,
  { fromEnd, seen }: { readonly fromEnd: number; readonly seen: number },
): RowWindow {
  let end = count;
  let below = 0;
  while (end > 0 && below + heightAt(end - 1) < fromEnd - MARGIN) {
    end -= 1;
    below += heightAt(end);
  }
  let first = end;
  let top = below;
  while (first > 0 && top < fromEnd + seen + MARGIN) {
    first -= 1;
    top += heightAt(first);
  }
  return { first, end, above: first * ROW_HEIGHT, below };
}
