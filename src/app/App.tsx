import type { StoreApi } from 'zustand/vanilla';
import { HighwaterProvider } from '../store/HighwaterContext';
import type { HighwaterState } from '../store/state';
import { scenarioOf } from '../timeline/recording';
import { FailureBoundary } from '../view/failure/FailureBoundary';
import { Voiced } from '../view/voice/Voiced';
import { Sandbox } from './Sandbox';

interface AppProps {
  /** Lives outside of everything that is drawn, so that a run outlives a failed drawing. */
  readonly store: StoreApi<HighwaterState>;
}

export function App({ store }: AppProps) {
  const scenarioText = () => JSON.stringify(scenarioOf(store.getState().recording), null, 2);
  return (
    <FailureBoundary scenarioText={scenarioText}>
      <HighwaterProvider store={store}>
        <Voiced>
          <Sandbox scenarioText={scenarioText} />
        </Voiced>
      </HighwaterProvider>
    </FailureBoundary>
  );
}
