/** Numbers among the attributes of an element; 0 where nothing is said. */
export function numbersOf(element: Element, ...names: readonly string[]): readonly number[] {
  return names.map((name) => Number.parseFloat(element.getAttribute(name) ?? '') || 0);
}

/** The numbers in a text: `5 3`, `0.5px, 6px` or `rgb(1, 2, 3)`. */
export function numbersIn(text: string): number[] {
  return (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
}

/** What `translate(x y) rotate(degrees)` does, or `rotate(degrees x y)`, from left to right. */
export function matrixOf(transform: string | null | undefined): DOMMatrix {
  const matrix = new DOMMatrix();
  for (const [, kind, said = ''] of transform?.matchAll(/(\w+)\(([^)]*)/g) ?? []) {
    const [first = 0, x = 0, y = 0] = numbersIn(said);
    if (kind === 'translate') matrix.translateSelf(first, x);
    else matrix.translateSelf(x, y).rotateSelf(first).translateSelf(-x, -y);
  }
  return matrix;
}
