import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { HighwaterProvider } from '../src/store/HighwaterContext';
import { runningStore } from './runningStore';

/** Renders something in an instance of the visualizer that shows the opening scene. For tests. */
export function renderInHighwater(children: ReactNode) {
  const store = runningStore();
  render(<HighwaterProvider store={store}>{children}</HighwaterProvider>);
  return store;
}
