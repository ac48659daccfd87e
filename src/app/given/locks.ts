import type { StoreApi } from 'zustand/vanilla';
import type { Lock } from '../../share/parameters';
import { refuse } from '../../sim/refusal/refuse';
import type { Actions, HighwaterState } from '../../store/state';

const NO_COMMANDS = 'Nothing can be done to the cluster on this page.';

const nothing = () => undefined;

/**
 * Takes away what a reader may not do: the actions themselves, so that no control, key or menu can
 * do it. The actions as they were stay with whoever asked for them before.
 */
export function withLocks(store: StoreApi<HighwaterState>, locks: readonly Lock[]): void {
  const free = store.getState();
  for (const lock of locks) store.setState(withoutOne(store, free, lock));
}

function withoutOne(
  store: StoreApi<HighwaterState>,
  free: Actions,
  lock: Lock,
): Partial<HighwaterState> {
  switch (lock) {
    case 'commands':
      return withoutCommands(store, free);
    case 'settings':
      return { newCluster: () => [] };
    case 'time':
      return withoutTime(store, free);
    case 'speed':
      return { setSpeed: nothing };
    case 'lessons':
      return { leaveLesson: nothing, backToOwnRun: nothing };
    case 'theme':
      return {};
    default:
      return lock satisfies never;
  }
}

/** A lesson says by itself what is to be done in it. */
function withoutCommands(store: StoreApi<HighwaterState>, free: Actions) {
  const refusalOf: Actions['refusalOf'] = (command) =>
    store.getState().lesson ? free.refusalOf(command) : refuse(NO_COMMANDS);
  const act: Actions['act'] = (command) => refusalOf(command) ?? free.act(command);
  return { refusalOf, act };
}

/** A lesson still plays what it is about. */
function withoutTime(store: StoreApi<HighwaterState>, free: Actions) {
  const inLesson = (act: () => void) => () => {
    if (store.getState().lesson) act();
  };
  return {
    play: inLesson(free.play),
    togglePlay: inLesson(free.togglePlay),
    stepForward: inLesson(free.stepForward),
    stepBack: nothing,
    toStart: nothing,
    toEnd: nothing,
    seek: nothing,
    switchBranch: nothing,
  };
}
