import type { StoreApi } from 'zustand/vanilla';
import { queryFor } from '../../lessons/moment';
import { type Parameters, parametersIn } from '../../share/parameters';
import { namedMoment } from '../../store/placeOf';
import type { HighwaterState } from '../../store/state';
import { scenarioOf } from '../../timeline/recording';
import { type Driver, driverOf, whenAwake } from './driver';
import { liveInFrame } from './frame';
import { withLocks } from './locks';

const HASH = '#r=';
const SPEAKER = /^\?speaker=(\w+)$/;

/**
 * Gives a page what its address asks for, before it is drawn; scenes and lessons come later. Does
 * not come to an end in the window of a speaker: that is another page.
 */
export async function takeGiven(store: StoreApi<HighwaterState>): Promise<void> {
  const show = SPEAKER.exec(window.location.search)?.[1];
  const root = document.getElementById('root');
  if (show !== undefined && root) {
    const { showSpeaker } = await import('../speaker');
    showSpeaker(root, show);
    return new Promise(() => {});
  }
  takeParameters(store);
  if (window.name.startsWith('highwater-show-')) {
    const { hostAgain } = await import('../../view/present/speakerHost');
    hostAgain(store);
  }
}

function takeParameters(store: StoreApi<HighwaterState>): void {
  const { dataset } = document.documentElement;
  const { parameters, problems } = parametersIn(window.location.search, {
    ui: dataset['ui'] === 'stage' ? 'stage' : 'full',
  });
  const { ui, lock, profile, scene, lesson } = parameters;
  dataset['ui'] = ui;
  dataset['lock'] = lock.join(' ');
  if (profile === 'projector') store.getState().present({ profile, isBare: true });
  const isAsked = [scene, lesson].some((each) => each !== null);
  const isRun = window.location.hash.startsWith(HASH);
  store.setState({ notes: problems, wholePage: wholePageFor(parameters) });
  const settings = isAsked || isRun ? null : parameters.settings;
  const driver = applyParameters(store, { ...parameters, settings });
  if (window.parent !== window) liveInFrame(store, driver, isAsked || isRun);
}

/** What any instance takes of the parameters, wherever they are written. */
export function applyParameters(store: StoreApi<HighwaterState>, given: Parameters): Driver {
  const { ui, theme, speed, lock, settings } = given;
  const driver = driverOf(store);
  store.setState({ ui, theme, speed });
  if (settings) whenAwake(store, () => beginCluster(store, settings));
  withLocks(store, lock);
  return driver;
}

/** Only the engine knows what a cluster can be, so what is wrong is said when it has come. */
function beginCluster(
  store: StoreApi<HighwaterState>,
  settings: NonNullable<Parameters['settings']>,
): void {
  const { recording, newCluster, notes } = store.getState();
  const problems = newCluster({ ...scenarioOf(recording).settings, ...settings });
  const said = problems.map(({ because }) => `The settings are left as they were: ${because}`);
  store.setState({ notes: [...notes, ...said] });
}

/** What makes a page a part of another one, and is left behind there. */
const PART_ONLY = ['ui', 'lock', 'links'];

/** Where the whole page with the same run is; null where there is to be no link to it. */
function wholePageFor({ ui, links }: Parameters): HighwaterState['wholePage'] {
  const { origin, pathname } = window.location;
  if (ui === 'full' || links === 'hide' || origin === 'null') return null;
  const page = pathname.replace(/embed\.html$/, '');
  return (state) => {
    const { search, hash } = window.location;
    // The run has settings of its own.
    const run = hash.startsWith(HASH) ? hash : '';
    const gone = [...PART_ONLY, ...(run ? ['settings'] : [])];
    return page + queryFor(namedMoment(state), search, gone) + run;
  };
}
