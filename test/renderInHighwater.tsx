import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { HighwaterProvider } from '../src/store/HighwaterContext';
import { Voiced } from '../src/view/voice/Voiced';
import { runningStore } from './runningStore';

/** Renders something in an instance of the visualizer that shows the opening scene, or another. */
export function renderInHighwater(children: ReactNode, store = runningStore()) {
  render(
    <HighwaterProvider store={store}>
      <Voiced>{children}</Voiced>
    </HighwaterProvider>,
  );
  return store;
}
