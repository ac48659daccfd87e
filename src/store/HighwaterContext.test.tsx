import { act, render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { clusterTimeAt } from '../timeline/recording';
import {
  HighwaterProvider,
  InSteps,
  useClusterTime,
  useHighwater,
  useHighwaterStore,
  usePlayhead,
} from './HighwaterContext';
import { runningStore } from '../../test/runningStore';
import { worldOf } from './selectors';

it('keeps playhead and cluster time equal to the state without rendering again', () => {
  const { store, wrapper } = instance();
  let renders = 0;
  const { result } = renderHook(
    () => {
      renders += 1;
      return { playhead: usePlayhead(), clusterTime: useClusterTime() };
    },
    { wrapper },
  );
  const { playhead, clusterTime } = result.current;
  const state = store.getState();
  act(() => {
    state.play();
    state.advance(0.5);
  });
  const { recording } = store.getState();
  expect(playhead.get()).toBe(0.5);
  expect(clusterTime.get()).toBe(clusterTimeAt(recording, 0.5));
  expect(renders).toBe(1);
});

it('renders again only when the selected slice is another', () => {
  const { store, wrapper } = instance();
  let renders = 0;
  renderHook(
    () => {
      renders += 1;
      return useHighwater(worldOf);
    },
    { wrapper },
  );
  act(() => store.getState().setSpeed(2));
  expect(renders).toBe(1);
  act(() => {
    store.getState().play();
    store.getState().advance(1);
  });
  expect(renders).toBe(2);
});

it('draws in the steps within steps only when it draws in those around them', () => {
  const { store, wrapper: Wrapper } = instance();
  const drawn: string[] = [];
  const Drawn = ({ name }: { readonly name: string }) => {
    useHighwater((state) => state.playhead);
    drawn.push(name);
    return null;
  };
  render(
    <Wrapper>
      <InSteps step={{ seconds: 1 / 16, moves: 4 }}>
        <Drawn name="box" />
        <InSteps step={{ seconds: 1 / 8, moves: 1 }}>
          <Drawn name="word" />
        </InSteps>
      </InSteps>
    </Wrapper>,
  );
  act(() => store.getState().play());
  drawn.length = 0;
  for (let frame = 0; frame < 32; frame += 1) act(() => store.getState().advance(1 / 64));
  expect(drawn.filter((name) => name === 'word').length).toBeGreaterThan(2);
  expect(drawn.filter((name) => name === 'box').length).toBeLessThanOrEqual(32 / 4);
  const before = drawn.filter((_, at) => drawn[at + 1] === 'word');
  expect([...new Set(before)], 'in the same frame').toEqual(['box']);
});

it('shows another run when it is given another store', () => {
  const one = runningStore();
  const other = runningStore();
  other.getState().setSpeed(8);
  const { rerender } = render(<Speed store={one} />);
  expect(screen.getByText('speed 1')).toBeInTheDocument();
  rerender(<Speed store={other} />);
  expect(screen.getByText('speed 8')).toBeInTheDocument();
});

it('stops following a store when it leaves the page', () => {
  const { store, wrapper } = instance();
  const { result, unmount } = renderHook(() => usePlayhead(), { wrapper });
  unmount();
  store.getState().play();
  store.getState().advance(0.5);
  expect(result.current.get()).toBe(0);
});

it('says what is missing when there is no provider', () => {
  expect(() => renderHook(() => useHighwaterStore())).toThrow('HighwaterProvider');
});

function instance() {
  const store = runningStore();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <HighwaterProvider store={store}>{children}</HighwaterProvider>
  );
  return { store, wrapper };
}

function Speed({ store }: { readonly store: ReturnType<typeof runningStore> }) {
  return (
    <HighwaterProvider store={store}>
      <ShownSpeed />
    </HighwaterProvider>
  );
}

function ShownSpeed() {
  return <p>speed {useHighwater(({ speed }) => speed)}</p>;
}
