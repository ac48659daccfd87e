import { useEffect, useLayoutEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { HighwaterProvider, useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import type { HighwaterState } from '../../store/state';
import { scenarioOf } from '../../timeline/recording';
import { FailureBoundary } from '../../view/failure/FailureBoundary';
import { FailureNotice } from '../../view/failure/FailureNotice';
import { Figure, type FigureParts } from '../../view/Figure';
import { Notes } from '../../view/given/Notes';
import { SurroundingsContext, useSurroundings } from '../../view/surroundings';
import { useDeeds } from '../../view/useDeeds';
import { useMediaQuery } from '../../view/useMediaQuery';
import { usePrefersReducedMotion } from '../../view/usePrefersReducedMotion';
import { Voiced } from '../../view/voice/Voiced';
import { startFrameLoop } from '../frameLoop';
import { useFigureKeys } from '../useFigureKeys';
import { matchMediaIn } from './matchMediaIn';
import '../../view/theme.css';
import '../../view/controls.css';
import '../../view/page.css';
import '../../view/given/given.css';
import '../../view/present/large.css';
import '../../view/menus/menus.css';
import '../../view/present/present.css';
import '../../view/print.css';
import './element.css';

interface ElementFigureProps {
  readonly store: StoreApi<HighwaterState>;
  /** Where it is drawn: an element in the shadow. */
  readonly home: HTMLElement;
  /** Which of the elements of its page it is, from 1. */
  readonly number: number;
}

/** The figure within another page: without header, panels and sheets. */
export function ElementFigure({ store, home, number }: ElementFigureProps) {
  const scenarioText = () => JSON.stringify(scenarioOf(store.getState().recording), null, 2);
  return (
    <SurroundingsContext value={{ home, number, matchMedia: matchMediaIn(home) }}>
      <FailureBoundary scenarioText={scenarioText}>
        <HighwaterProvider store={store}>
          <Voiced>
            <Driven scenarioText={scenarioText} />
          </Voiced>
        </HighwaterProvider>
      </FailureBoundary>
    </SurroundingsContext>
  );
}

const NO_PARTS: FigureParts = {
  // The page around may have a main part, and several elements.
  tag: 'section',
  panel: null,
  spaceTime: null,
  loadHistory: null,
  renderPresenting: () => null,
};

interface DrivenProps {
  readonly scenarioText: () => string;
}

function Driven({ scenarioText }: DrivenProps) {
  const store = useHighwaterStore();
  const deeds = useDeeds();
  // What the other keys lead to is not here.
  const none = () => undefined;
  const figure = useFigureKeys({
    ...deeds,
    showKeys: none,
    leaf: none,
    pressPresent: none,
  });
  const reducedMotion = usePrefersReducedMotion();
  const hasNotes = useHighwater((state) => state.notes.length > 0);
  const failure = useHighwater((state) => state.failure);
  useTheme();
  useEffect(() => startFrameLoop(store), [store]);
  useEffect(() => store.getState().setPlaysByItself(!reducedMotion), [store, reducedMotion]);
  return (
    <>
      {hasNotes && <Notes />}
      <Figure figureRef={figure} deeds={deeds} scenarioText={scenarioText} parts={NO_PARTS} />
      {failure && (
        <FailureNotice
          message={failure.message}
          scenarioText={scenarioText}
          onContinue={() => store.getState().pause()}
        />
      )}
    </>
  );
}

/** The colours that were asked for, or those of the page around, which come by themselves. */
function useTheme(): void {
  const { home } = useSurroundings();
  const theme = useHighwater((state) => state.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  useLayoutEffect(() => {
    wear(home, theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme);
  }, [home, theme, systemIsDark]);
}

function wear({ dataset }: HTMLElement, theme: string | null): void {
  if (theme === null) delete dataset['theme'];
  else dataset['theme'] = theme;
}
