/** Whether a press is in one of some elements: a page sees only the element with the shadow. */
export function isPressIn(event: Event, ...elements: readonly (Element | null)[]): boolean {
  const way = event.composedPath();
  return elements.some((element) => element !== null && way.includes(element));
}

/** Whether something lies around an element, which may lie in a shadow. */
export function isAround(outer: Node, element: Element): boolean {
  const root = element.getRootNode();
  return outer.contains(element) || (root instanceof ShadowRoot && outer.contains(root.host));
}
