import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { clusterTimeAt } from '../timeline/recording';
import { followInSteps, type Step } from './followInSteps';
import { type MovingValue, movingValue, type SettableValue } from './movingValue';
import type { HighwaterState } from './state';

interface Instance {
  readonly store: StoreApi<HighwaterState>;
  /** What is selected from: while the story plays it may be a little behind. */
  readonly shown: StoreApi<HighwaterState>;
  readonly playhead: SettableValue;
  readonly clusterTime: SettableValue;
  /** The playhead of what is selected from. */
  readonly shownPlayhead: MovingValue;
}

const InstanceContext = createContext<Instance | null>(null);

interface HighwaterProviderProps {
  readonly store: StoreApi<HighwaterState>;
  readonly children: ReactNode;
}

/** Gives one instance of the visualizer to everything inside. */
export function HighwaterProvider({ store, children }: HighwaterProviderProps) {
  const [instance, setInstance] = useState(() => instanceOf(store));
  if (instance.store !== store) setInstance(instanceOf(store));
  useLayoutEffect(() => followPlayhead(instance), [instance]);
  return <InstanceContext value={instance}>{children}</InstanceContext>;
}

interface InStepsProps {
  readonly step: Step;
  readonly children: ReactNode;
}

/**
 * While the story plays, what is inside is rendered in steps, so that moving things can move. Steps
 * within steps are some of those around them: what is drawn in one frame is laid out in one go.
 */
export function InSteps({ step, children }: InStepsProps) {
  const instance = useInstance();
  const inSteps = useMemo(() => {
    const shown = createStore(() => instance.shown.getState());
    return { ...instance, shown, shownPlayhead: playheadOf(shown) };
  }, [instance]);
  useLayoutEffect(
    () => followInSteps(instance.shown, inSteps.shown, step),
    [instance, inSteps, step],
  );
  return <InstanceContext value={inSteps}>{children}</InstanceContext>;
}

/** A slice of the state; renders again when the slice is another value (`Object.is`). */
export function useHighwater<Slice>(selector: (state: HighwaterState) => Slice): Slice {
  return useStore(useInstance().shown, selector);
}

/** The store itself, for handlers that read the state when they are called. */
export function useHighwaterStore(): StoreApi<HighwaterState> {
  return useInstance().store;
}

/** The playhead in story seconds. Renders nothing again. */
export function usePlayhead(): MovingValue {
  return useInstance().playhead;
}

/**
 * Writes something that follows the playhead straight to the page: sixty times a second is too
 * often to render.
 */
export function usePlayheadEffect(write: (playhead: number) => void): void {
  useWritten(usePlayhead(), write);
}

/** The same in the steps of what is rendered: for words, which the page is laid out for. */
export function useShownPlayheadEffect(write: (playhead: number) => void): void {
  useWritten(useShownPlayhead(), write);
}

function useWritten(playhead: MovingValue, write: (playhead: number) => void): void {
  useLayoutEffect(() => {
    write(playhead.get());
    return playhead.follow(write);
  });
}

/**
 * The playhead of what is rendered: the same while the story stands still, in steps while it plays.
 * For what need not move oftener than that. Renders nothing again.
 */
export function useShownPlayhead(): MovingValue {
  return useInstance().shownPlayhead;
}

/** Cluster time at the playhead, in fractional ticks. Renders nothing again. */
export function useClusterTime(): MovingValue {
  return useInstance().clusterTime;
}

function useInstance(): Instance {
  const instance = useContext(InstanceContext);
  if (instance === null) throw new Error('This needs a HighwaterProvider around it.');
  return instance;
}

function instanceOf(store: StoreApi<HighwaterState>): Instance {
  const state = store.getState();
  const playhead = movingValue(state.playhead);
  return {
    store,
    shown: store,
    playhead,
    clusterTime: movingValue(clusterTimeAt(state.recording, state.playhead)),
    shownPlayhead: playhead,
  };
}

function playheadOf(store: StoreApi<HighwaterState>): MovingValue {
  return {
    get: () => store.getState().playhead,
    follow: (told) =>
      store.subscribe((now, before) => {
        if (now.playhead !== before.playhead) told(now.playhead);
      }),
  };
}

/** Keeps the moving values equal to the state. Returns how to stop it. */
function followPlayhead({ store, playhead, clusterTime }: Instance): () => void {
  const follow = (state: HighwaterState) => {
    playhead.set(state.playhead);
    clusterTime.set(clusterTimeAt(state.recording, state.playhead));
  };
  follow(store.getState());
  return store.subscribe(follow);
}
