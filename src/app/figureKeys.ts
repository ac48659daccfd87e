import { tinykeys } from 'tinykeys';
import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../store/state';

const FIELDS =
  'input,select,textarea,[contenteditable="true"],[role="menu"],[role="dialog"],.blankScreen';
const OWN_ARROWS = '[role="tab"], [data-own-arrows]';
const PRESENTING = String.raw`([fbws\d=+\-]|Enter|Escape|Backspace)`;
const PRESSED_BY_SPACE = 'button, summary, a[href], [role="button"], [role="menuitem"]';

export interface FigureKeys {
  readonly produce: () => void;
  readonly toggleLoad: () => void;
  readonly showKeys: () => void;
  /** To the next or the previous event of the chosen kind. */
  readonly leaf: (by: 1 | -1) => void;
  /** For somebody in front of an audience. */
  readonly pressPresent: (key: string) => void;
}

/**
 * The keys of the figure. They act while something in it has the focus, never with a modifier,
 * never in a field. Returns how to take them away.
 *
 * @param keys what they do at the time
 */
export function bindFigureKeys(
  figure: HTMLElement,
  store: StoreApi<HighwaterState>,
  keys: { readonly current: FigureKeys },
): () => void {
  const on = (act: () => void) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || isIn(event, FIELDS)) return;
    // The slider of the scrubber has these for its own.
    if (/^(Arrow|Page|Home|End)/.test(event.key) && isIn(event, '[role="slider"]')) return;
    event.preventDefault();
    act();
  };
  const onSpace = (event: KeyboardEvent) => {
    // A button that has the focus is what Space presses.
    if (!event.repeat && !isIn(event, PRESSED_BY_SPACE)) on(store.getState().togglePlay)(event);
  };
  const present = (event: KeyboardEvent) => {
    // Enter presses a button, and Escape is the browser's, unless a number is being typed.
    if (store.getState().presenting?.typed || event.key.length === 1)
      on(() => keys.current.pressPresent(event.key))(event);
  };
  const isShow = () => {
    const { presenting, ui } = store.getState();
    return presenting?.isBare && ui === 'full';
  };
  // With it clickers begin a show. Elsewhere it loads a page again, as everywhere.
  const begin = (event: KeyboardEvent) => {
    if (isShow()) on(() => keys.current.pressPresent('F5'))(event);
  };
  const next = on(() =>
    isShow() ? keys.current.pressPresent('PageDown') : store.getState().stepForward(),
  );
  const back = on(() => store.getState().stepBack());
  const help = on(() => keys.current.showKeys());
  return tinykeys(figure, {
    ArrowRight: unlessOwn(next),
    PageDown: next,
    ArrowLeft: unlessOwn(back),
    PageUp: back,
    Space: onSpace,
    // That of a clicker for a black screen.
    '.': on(() =>
      store.getState().presenting?.isBare ? keys.current.pressPresent('.') : keys.current.leaf(1),
    ),
    ',': on(() => keys.current.leaf(-1)),
    Home: on(() => store.getState().toStart()),
    End: on(() => store.getState().toEnd()),
    p: on(() => keys.current.produce()),
    l: on(() => keys.current.toggleLoad()),
    d: on(() => store.getState().toggleSpaceTime()),
    F5: begin,
    'Shift+F5': begin,
    [PRESENTING]: present,
    'Shift+([+])': present,
    '?': help,
    'Shift+?': help,
  });
}

/** With the sideways arrows one goes from tab to tab, and from message to message. */
function unlessOwn(act: (event: KeyboardEvent) => void) {
  return (event: KeyboardEvent) => {
    if (!isIn(event, OWN_ARROWS)) act(event);
  };
}

function isIn(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
