import { focusTheFigure } from '../focusFigure';

const STOPS =
  'a[href], button:not([tabindex="-1"]), input, select, textarea, summary, [tabindex="0"]';
/** Where one goes on beside what had the focus. On the stage that would be anything. */
const PLACES = 'dialog, .wirePicked, .panel, .transport, .header, .captionBox';
/**
 * What a lesson asks next is in the same place, and its other button leaves the lesson. What
 * became of a message that was picked is told where its buttons were.
 */
const TAKEN_WHOLE = '.captionBox, .wirePicked';
/** By these it may be hidden, or do nothing, though it stays. */
const HIDERS = ['disabled', 'hidden', 'open', 'data-space-time', 'data-bare'];

/**
 * What has the focus may vanish: with a moment that is left, a branch, a message that arrives, a
 * button that did its work. Then what stood before it has the focus, or the figure, so that the
 * keys go on and nobody is put at the beginning of the page. Returns how to end it.
 */
export function keepFocus(home: HTMLElement): () => void {
  const page = home.ownerDocument;
  const root = home.getRootNode();
  let last: HTMLElement | null = null;
  let beside: readonly HTMLElement[] = [];
  const onFocus = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    const place = target.closest<HTMLElement>(PLACES);
    const stops = [...(place?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    const at = stops.indexOf(target);
    beside = [...stops.slice(0, at).toReversed(), ...stops.slice(at + 1)];
    if (place?.matches(TAKEN_WHOLE)) beside = [place];
  };
  // Whoever presses beside everything wants no focus.
  const onPress = () => {
    last = null;
  };
  const look = () => {
    if (last === null || !isNowhere(page, root, last) || isThere(last)) return;
    const next = beside.find(isThere);
    if (!next) return focusTheFigure(home);
    if (next.matches(TAKEN_WHOLE)) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  };
  let waits = 0;
  // What only loses or gains others may be hidden by that, but whether it is would have the page
  // styled at once: it is asked when that is done.
  const observer = new MutationObserver((changes) => {
    clearTimeout(waits);
    if (last?.isConnected && changes.every(({ type }) => type === 'childList'))
      waits = window.setTimeout(look);
    else look();
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: HIDERS });
  root.addEventListener('focusin', onFocus);
  page.addEventListener('pointerdown', onPress, true);
  return () => {
    clearTimeout(waits);
    observer.disconnect();
    root.removeEventListener('focusin', onFocus);
    page.removeEventListener('pointerdown', onPress, true);
  };
}

/** Whether the focus is on nothing, or still on this. */
function isNowhere(page: Document, root: Node, last: HTMLElement): boolean {
  if (page.activeElement === last) return true;
  if (root instanceof ShadowRoot)
    return root.activeElement === last || page.activeElement === root.host || isBody(page);
  return isBody(page);
}

function isBody({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body;
}

/** Whether something can have the focus. Safari before 17.4 does not say what is seen. */
function isThere(element: HTMLElement): boolean {
  const isSeen = !('checkVisibility' in element) || element.checkVisibility();
  return isSeen && element.isConnected && !element.matches(':disabled');
}
