import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { svgMetadata } from '../../../share/take/svgText';
import { HighwaterProvider } from '../../../store/HighwaterContext';
import { createMomentStore, showMoment } from '../../../store/momentStore';
import type { HighwaterState } from '../../../store/state';
import messages from '../../stage/messages/messages.module.css';
import { flatten } from './flatten';
import { escaped, tag } from './markup';
import { Plate, type PlateProps } from './Plate';

/** A picture of the stage as it is drawn, and how large it is in CSS pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The stage beside the page, to be drawn at one moment after the other. */
export interface OpenPlate {
  /** The picture at a story second of what is recorded. The same second, the same picture. */
  readonly drawingAt: (story: number, about: About) => Drawing;
  /** Goes over to another recording, or to another step of a lesson. */
  readonly change: (state: Partial<HighwaterState>) => void;
  readonly close: () => void;
}

export interface About {
  /** As while the story plays: what moves is under way. */
  readonly playing: boolean;
  /** What the picture is, for those who do not see it. */
  readonly title: string;
  /** Begins the names within, so that several pictures can stand in one document. */
  readonly prefix?: string;
  /** What the file carries with it: the run, to be opened again. Left out for none. */
  readonly run?: string;
}

/** Those of the page, or others. */
export type Colours = 'page' | 'light' | 'dark';

export interface PlateLooks extends Omit<PlateProps, 'renderMarks'> {
  readonly colours: Colours;
}

/**
 * Sets the stage up once more, out of sight, in a size and theme of its own. What is drawn from it
 * is the stage itself, so there is no second set of rules for what a broker looks like.
 *
 * @param within what has the style sheets of the page: its body, or a shadow root
 */
export async function openPlate(
  within: Element | ShadowRoot,
  state: HighwaterState,
  looks: PlateLooks,
): Promise<OpenPlate> {
  const plate = plateOf(within, state, looks, state.lesson ? await loadMarks() : null);
  // What draws the messages comes later where it has not been fetched yet.
  if (state.engine) await plate.isComplete();
  return plate;
}

/** What a lesson rings on the stage. */
export async function loadMarks() {
  return (await import('../../lesson/loadLessonParts')).loadLessonMarks();
}

/** The same, at once: without what has not been fetched yet. */
export function plateOf(
  within: Element | ShadowRoot,
  state: HighwaterState,
  { colours, ...plate }: PlateLooks,
  Marks: Awaited<ReturnType<typeof loadMarks>> | null,
): OpenPlate & { readonly isComplete: () => Promise<void> } {
  const host = document.createElement('div');
  host.className = 'plateHost';
  host.inert = true;
  host.ariaHidden = 'true';
  within.append(host);
  const store = createMomentStore(state);
  const root = createRoot(host, { identifierPrefix: 'plate' });
  flushSync(() => {
    root.render(
      <HighwaterProvider store={store}>
        <Plate
          {...plate}
          renderMarks={
            Marks ? (layout, world) => <Marks layout={layout} world={world} /> : undefined
          }
        />
      </HighwaterProvider>,
    );
  });
  const drawn = host.firstElementChild;
  if (!(drawn instanceof HTMLElement)) throw new Error('The stage was not drawn.');
  return {
    isComplete: () => comes(host, `.${messages.layer}`),
    drawingAt: (story, about) => {
      flushSync(() => showMoment(store, story, about.playing));
      return inColours(host, colours, () => drawingOf(drawn, about));
    },
    change: (changed) => flushSync(() => store.setState(changed)),
    close: () => {
      root.unmount();
      host.remove();
    },
  };
}

/** The page wears other colours for the time of a drawing, which is too short to be shown. */
function inColours<Drawn>(host: Element, colours: Colours, draw: () => Drawn): Drawn {
  const root = host.getRootNode();
  const themed = root instanceof ShadowRoot ? root.host : document.documentElement;
  const own = themed.getAttribute('data-theme');
  if (colours === 'page' || own === null) return draw();
  themed.setAttribute('data-theme', colours);
  try {
    return draw();
  } finally {
    themed.setAttribute('data-theme', own);
  }
}

function comes(host: Element, selector: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!host.querySelector(selector)) return;
      watcher.disconnect();
      resolve();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(host, { childList: true, subtree: true });
    look();
  });
}

function drawingOf(drawn: HTMLElement, { title, run, prefix = 'g' }: About): Drawing {
  const { width, height } = drawn.getBoundingClientRect();
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const inside = [
    `<title>${escaped(title)}</title>`,
    run === undefined ? '' : svgMetadata(run),
    flatten(drawn, prefix),
  ];
  const svg = tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, inside.join('\n'));
  return { svg, width, height };
}
