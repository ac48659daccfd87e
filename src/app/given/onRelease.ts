/** Escape gives the keys back to the page around, where it closes nothing in here. */
export function onRelease(keys: Document | ShadowRoot, letGo: () => void): () => void {
  const onKey = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    if (keys.querySelector('dialog[open], [role="dialog"], [role="menu"]') === null) letGo();
  };
  // Before what is open has closed.
  keys.addEventListener('keydown', onKey, { capture: true });
  return () => keys.removeEventListener('keydown', onKey, { capture: true });
}
