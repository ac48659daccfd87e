import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { checkAsked } from '../../share/hostMessage';
import { type Asked, type Parameters, parametersFrom, PARAMETERS } from '../../share/parameters';
import { createHighwaterStore } from '../../store/highwaterStore';
import type { HighwaterState } from '../../store/state';
import { engine } from '../../timeline/engine';
import { openingScenario } from '../../timeline/openingScenario';
import { type Driver, momentOf, type Wanted } from '../given/driver';
import { applyParameters } from '../given/given';
import { onRelease } from '../given/onRelease';
import { pauseOutOfView } from '../given/outOfView';
import { type Told, tellStory } from '../given/tell';
import { ElementFigure } from './ElementFigure';
import { styleSheet } from './styleSheet';

/**
 * `<kafka-replication>`: the figure, in place of the link with a poster that it has inside. Its
 * attributes are the public parameters. It is as wide as its place, and as high as it needs;
 * `height` or `--highwater-height` say otherwise. What it has to tell it tells by events. Its
 * methods throw a TypeError for what no message may ask, and nothing has changed then.
 */
export class KafkaReplication extends HTMLElement {
  static readonly observedAttributes = [...Object.keys(PARAMETERS), 'run', 'height'];

  #live: Live | null = null;

  connectedCallback(): void {
    this.#live ??= begin(this);
  }

  disconnectedCallback(): void {
    // Whoever only moves it keeps the run.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#live?.end();
      this.#live = null;
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#live || before === now) return;
    // A reader who turns the page dark keeps the run.
    if (name === 'theme') return this.#live.takeTheme();
    if (name === 'height') return takeHeight(this);
    this.#live.end();
    this.#live = begin(this);
  }

  /** Shows a scene, a lesson at a step, or a run: `{ lesson: 'failover', step: 2 }`. */
  load(wanted: Wanted): void {
    const given = Object.entries(wanted).filter(([, value]) => value !== null);
    checkAsked('load', Object.fromEntries(given));
    void this.#live?.driver.load(wanted);
  }

  /** Shows a moment of the story, in seconds from its start. */
  seek(seconds: number): void {
    checkAsked('seek', { seconds });
    this.#live?.driver.seek(seconds);
  }

  /** Goes to the next event of the story, or with -1 to the one before. */
  step(by: 1 | -1 = 1): void {
    checkAsked('step', { by });
    this.#live?.driver.step(by);
  }

  /** Stands still, as it does by itself where it is scrolled out of view. */
  pause(): void {
    this.#live?.driver.pause();
  }
}

interface Live {
  readonly driver: Driver;
  readonly takeTheme: () => void;
  readonly end: () => void;
}

/** Which of the elements of its page it is, from 1. */
function numberOf(element: HTMLElement): number {
  return [...document.querySelectorAll(element.localName)].indexOf(element) + 1 || 1;
}

function begin(element: HTMLElement): Live {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [styleSheet()];
  const home = document.createElement('div');
  home.className = 'highwaterHome';
  shadow.replaceChildren(home);
  takeHeight(element);
  const store = createHighwaterStore(engine.record(openingScenario()), engine);
  const asked = () => parametersFrom((name) => element.getAttribute(name), USUAL);
  const { parameters, problems } = asked();
  const isWhole = parameters.ui === 'full';
  const given: Parameters = isWhole ? { ...parameters, ui: 'stage' } : parameters;
  const notes = [...problems, ...(isWhole ? [NOT_WHOLE] : []), ...heightProblems(element)];
  store.setState({
    toggleSpaceTime: () => undefined,
    wholePage: given.links === 'show' ? () => linkIn(element) : null,
  });
  dress(home, given);
  if (given.profile === 'projector')
    store.getState().present({ profile: given.profile, isBare: true });
  const wanted = { ...given, run: element.getAttribute('run') };
  const isAsked = wanted.run !== null || momentOf(given) !== null;
  store.setState({ notes });
  const driver = applyParameters(store, isAsked ? { ...given, settings: null } : given);
  const { notes: said } = store.getState();
  const loaded = driver.load(wanted);
  // Loading forgets what was said before, which here is of the same attributes.
  store.setState({ notes: said });
  const root: Root = createRoot(home);
  root.render(createElement(ElementFigure, { store, home, number: numberOf(element) }));
  let isOver = false;
  const tell = ({ type, ...detail }: Told) => {
    if (isOver) return;
    const event = new CustomEvent(`highwater-${type}`, { detail, bubbles: true, composed: true });
    element.dispatchEvent(event);
  };
  const letGo = () => {
    if (shadow.activeElement instanceof HTMLElement) shadow.activeElement.blur();
  };
  const stops = [tellStory(store, tell), pauseOutOfView(element, driver), onRelease(shadow, letGo)];
  void loaded.then(() => tell({ type: 'ready' }));
  return {
    driver,
    takeTheme: () => store.setState((state) => themeFrom(asked(), state)),
    end: () => {
      isOver = true;
      for (const stop of stops) stop();
      root.unmount();
    },
  };
}

const HEIGHT = /^\d{2,4}$/;
/** Characters that are said of what is none. */
const HEIGHT_SAID = 40;

function heightProblems(element: HTMLElement): readonly string[] {
  const asked = element.getAttribute('height');
  if (asked === null || HEIGHT.test(asked)) return [];
  const said = asked.slice(0, HEIGHT_SAID);
  return [
    `height cannot be “${said}”. It can be a number of pixels. It is taken as what is needed.`,
  ];
}

/** In CSS pixels, as an image has it: what is no number is as if it were not there. */
function takeHeight(element: HTMLElement): void {
  const pixels = HEIGHT.exec(element.getAttribute('height') ?? '')?.[0];
  // What is set by script no policy of the page around forbids.
  const home = element.shadowRoot?.querySelector<HTMLElement>('.highwaterHome');
  home?.style.setProperty('--height', pixels === undefined ? null : `${pixels}px`);
}

/** The theme alone, and what is to be said of it beside what was said of all others. */
function themeFrom({ parameters, problems }: Asked, { notes }: HighwaterState) {
  const isOfTheme = (note: string) => note.startsWith('theme ');
  const others = notes.filter((note) => !isOfTheme(note));
  return { theme: parameters.theme, notes: [...others, ...problems.filter(isOfTheme)] };
}

/** Where the link leads that stands in the element, which may come after it. */
function linkIn(element: HTMLElement): string | undefined {
  const href = element.querySelector('a')?.href;
  const run = element.getAttribute('run');
  return href && run && !href.includes('#') ? `${href}#r=${run}` : href;
}

const USUAL = { ui: 'stage' } as const;

const NOT_WHOLE = 'An element has no header and no panels: ui is taken as stage.';

function dress({ dataset }: HTMLElement, { ui, lock, profile }: Parameters): void {
  dataset['ui'] = ui;
  dataset['lock'] = lock.join(' ');
  if (profile !== null) dataset['profile'] = profile;
}
