import type { StoreApi } from 'zustand/vanilla';
import { isHostMessage } from '../../share/hostMessage';
import type { HighwaterState } from '../../store/state';
import type { Driver } from './driver';
import { onRelease } from './onRelease';
import { pauseOutOfView } from './outOfView';
import { type Told, tellStory, whenOpened } from './tell';
import { wantedHeight } from './wantedHeight';

/**
 * What a page in a frame owes the one around it: it tells what becomes of it and does what it is
 * asked, keeps its hands off keys and scrolling until somebody comes in, and pauses out of view.
 *
 * @param isAsked a scene, a lesson or a run is to be opened first
 */
export function liveInFrame(
  store: StoreApi<HighwaterState>,
  driver: Driver,
  isAsked: boolean,
): void {
  restUntilFocused();
  onRelease(document, () => window.parent.focus());
  tellStory(store, tell);
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) return;
    // So reveal.js tells every frame on a slide that is left.
    if (event.data === 'slide:stop') driver.pause();
    else if (isHostMessage(event.data)) obey(store, driver, event);
  });
  const opened = whenOpened(store, isAsked);
  whenDrawn((figure) => {
    pauseOutOfView(figure, driver);
    tellHeight(figure);
    void opened.then(() => tell({ type: 'ready' }));
  });
}

/** Nothing of it is a secret, and a frame does not know where it is. */
function tell(told: Told): void {
  window.parent.postMessage({ source: 'highwater', ...told }, '*');
}

function obey(store: StoreApi<HighwaterState>, driver: Driver, { data }: MessageEvent): void {
  if (!isHostMessage(data)) return;
  switch (data.type) {
    case 'load':
      void driver.load(data);
      return;
    case 'seek':
      return driver.seek(data.seconds);
    case 'step':
      return driver.step(data.by);
    case 'theme':
      return store.setState({ theme: data.theme });
    default:
      return data satisfies never;
  }
}

/** Until the focus is in here, scrolling is the host's. */
function restUntilFocused(): void {
  const { dataset } = document.documentElement;
  dataset['rests'] = '';
  const wake = () => delete dataset['rests'];
  window.addEventListener('focusin', wake);
  window.addEventListener('pointerdown', wake);
  window.addEventListener('blur', () => (dataset['rests'] = ''));
}

/** Does something once the figure is drawn for the first time. */
function whenDrawn(act: (figure: HTMLElement) => void): void {
  const look = () => {
    const figure = document.querySelector('main');
    if (!figure) return;
    observer.disconnect();
    act(figure);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
}

/**
 * Tells the height that the page would like, and again when it would like more, or is of another
 * width: a host should not jump with every sentence.
 */
function tellHeight(figure: HTMLElement): void {
  const page = figure.parentElement;
  const [stage, caption] = ['.stageBox', '.captionBox'].map((part) =>
    figure.querySelector<HTMLElement>(part),
  );
  if (!page || !stage || !caption) return;
  let told = { width: 0, height: 0 };
  const look = () => {
    const [width, height] = [page.offsetWidth, wantedHeight(page, stage)];
    if (width === told.width && height <= told.height) return;
    told = { width, height };
    tell({ type: 'height', height });
    // As Embedly has it: a text, with its own words.
    const resize = { src: window.location.href, context: 'iframe.resize', height };
    window.parent.postMessage(JSON.stringify(resize), '*');
  };
  const observer = new ResizeObserver(look);
  for (const part of [page, stage, caption]) observer.observe(part);
}
