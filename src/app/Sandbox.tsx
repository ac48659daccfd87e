import { useEffect, useRef, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../store/HighwaterContext';
import { FailureNotice } from '../view/failure/FailureNotice';
import { Later } from '../view/later/Later';
import { Page } from '../view/Page';
import { type Deeds, useDeeds } from '../view/useDeeds';
import { usePrefersReducedMotion } from '../view/usePrefersReducedMotion';
import { bindFigureKeys } from './figureKeys';
import { loadAtFirstSign } from './firstSign';
import { startFrameLoop } from './frameLoop';
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
  const figure = useFigureKeys(deeds, () => setKeysShown(true));
  const reducedMotion = usePrefersReducedMotion();
  // After the figure was given the focus, which is no sign of a person.
  useEffect(() => loadAtFirstSign(store), [store]);
  useEffect(() => startFrameLoop(store), [store]);
  useEffect(() => store.getState().setPlaysByItself(!reducedMotion), [store, reducedMotion]);
  return (
    <>
      <Page
        theme={theme}
        onTheme={setTheme}
        figureRef={figure}
        deeds={deeds}
        keysShown={keysShown}
        onKeysShown={setKeysShown}
        scenarioText={scenarioText}
      />
      <NotesBox />
      <Failures
        scenarioText={scenarioText}
        onContinue={() => figure.current?.focus({ preventScroll: true })}
      />
    </>
  );
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

/** Binds the keys to the figure and gives it the focus, since this page is about nothing else. */
function useFigureKeys({ produce, toggleLoad }: Deeds, showKeys: () => void) {
  const store = useHighwaterStore();
  const figure = useRef<HTMLElement>(null);
  const latest = useRef({ produce, toggleLoad, showKeys });
  useEffect(() => {
    latest.current = { produce, toggleLoad, showKeys };
  });
  useEffect(() => {
    const element = figure.current;
    if (!element) return undefined;
    // In a frame the keys are the host's until somebody comes in.
    const isAlone = window.parent === window;
    if (isAlone && document.activeElement === document.body) focusQuietly(element);
    return bindFigureKeys(element, store, {
      produce: () => latest.current.produce(),
      toggleLoad: () => latest.current.toggleLoad(),
      showKeys: () => latest.current.showKeys(),
    });
  }, [store]);
  return figure;
}
