import { type RefObject, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useHighwater, useHighwaterStore } from '../store/HighwaterContext';
import type { HighwaterState } from '../store/state';
import { FailureNotice } from '../view/failure/FailureNotice';
import { Later } from '../view/later/Later';
import { Page } from '../view/Page';
import { loadHistory } from '../view/transport/loadHistory';
import { useDeeds } from '../view/useDeeds';
import { usePrefersReducedMotion } from '../view/usePrefersReducedMotion';
import { loadAtFirstSign } from './firstSign';
import { startFrameLoop } from './frameLoop';
import { useFigureKeys } from './useFigureKeys';
import { useTheme } from './useTheme';
import { useWindowFailure } from './useWindowFailure';

interface SandboxProps {
  readonly scenarioText: () => string;
}

/** The page and what drives it: time, keys, colours, and what to say when something fails. */
export function Sandbox({ scenarioText }: SandboxProps) {
  const store = useHighwaterStore();
  const [theme, setTheme] = useTheme();
  const [keysShown, setKeysShown] = useState(false);
  const deeds = useDeeds();
  const figure = useFigureKeys({
    ...deeds,
    showKeys: () => setKeysShown(true),
    leaf: (by) => void leaf(store, by),
    pressPresent: (key) => void pressPresent(store, key),
  });
  useFirstFocus(figure);
  const reducedMotion = usePrefersReducedMotion();
  // After the figure was given the focus, which is no sign of a person.
  useEffect(() => loadAtFirstSign(store), [store]);
  useEffect(() => startFrameLoop(store), [store]);
  useEffect(() => store.getState().setPlaysByItself(!reducedMotion), [store, reducedMotion]);
  return (
    <>
      <NotesBox />
      <Page
        theme={theme}
        onTheme={setTheme}
        figureRef={figure}
        deeds={deeds}
        keysShown={keysShown}
        onKeysShown={setKeysShown}
        scenarioText={scenarioText}
      />
      <Failures
        scenarioText={scenarioText}
        onContinue={() => figure.current?.focus({ preventScroll: true })}
      />
    </>
  );
}

async function leaf(store: StoreApi<HighwaterState>, by: 1 | -1): Promise<void> {
  (await loadHistory()).jump(store.getState(), by);
}

async function pressPresent(store: StoreApi<HighwaterState>, key: string): Promise<void> {
  const { pressPresentKey } = await import('../view/present/presentKeys');
  pressPresentKey(store, key);
}

const loadNotes = async () => (await import('../view/given/Notes')).Notes;

/** What of the address could not be understood. */
function NotesBox() {
  const hasNotes = useHighwater((state) => state.notes.length > 0);
  if (!hasNotes) return null;
  return (
    <Later what="A note" load={loadNotes} onLeave={() => undefined}>
      {(Notes) => <Notes />}
    </Later>
  );
}

interface FailuresProps extends SandboxProps {
  readonly onContinue: () => void;
}

function Failures({ scenarioText, onContinue }: FailuresProps) {
  const inSimulation = useHighwater((state) => state.failure);
  // A change that comes to nothing but a pause leaves no failure behind.
  const pause = useHighwater((state) => state.pause);
  const [onPage, forget] = useWindowFailure();
  const message = onPage ?? inSimulation?.message;
  if (message === undefined) return null;
  const goOn = () => {
    forget();
    if (inSimulation) pause();
    onContinue();
  };
  return <FailureNotice message={message} scenarioText={scenarioText} onContinue={goOn} />;
}

/** Without a ring, until a key is pressed or the focus moves on. */
function focusQuietly(element: HTMLElement): void {
  element.dataset['untouched'] = '';
  const touch = () => delete element.dataset['untouched'];
  element.addEventListener('keydown', touch, { once: true });
  element.addEventListener('blur', touch, { once: true });
  element.focus({ preventScroll: true });
}

/** Gives the figure the focus: a page is about nothing else. In a frame it waits for somebody. */
function useFirstFocus(figure: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isFree = window.parent === window && document.activeElement === document.body;
    if (isFree && figure.current) focusQuietly(figure.current);
  }, [figure]);
}
