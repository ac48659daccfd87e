import { setImmediate } from 'node:timers/promises';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { HighwaterProvider } from '../../src/store/HighwaterContext';
import { createHighwaterStore } from '../../src/store/highwaterStore';
import { engine } from '../../src/timeline/engine';
import { openingScenario } from '../../src/timeline/openingScenario';
import type { Recording } from '../../src/timeline/recording';
import {
  renderBrokerMenu,
  renderClientMenu,
  renderPartitionMenu,
} from '../../src/view/menus/renderMenus';
import { Stage } from '../../src/view/stage/Stage';
import type { Figure } from './figure';
import { quantile } from './run';

const SECONDS_PER_DRAWING = 1 / 60;
const ROUNDS = 3;
const NO_DEED = () => undefined;

type Store = ReturnType<typeof createHighwaterStore>;

interface Drawing {
  readonly ms: number;
  /** Whether another frame of the run is shown, so that React renders. */
  readonly isFurther: boolean;
}

/**
 * What it costs to draw the stage while a run plays that was recorded before: a record is
 * produced, a broker crashes. Scripts and the document alone; nothing is laid out or painted.
 *
 * @param showNextFrame lets the page write what waits for a frame
 */
export async function measureRendering(showNextFrame: () => void): Promise<readonly Figure[]> {
  const store = createHighwaterStore(produceAndCrash(), engine);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(<Picture store={store} />));
  await playThrough(store, showNextFrame);
  const rounds: Drawing[] = [];
  for (let done = 0; done < ROUNDS; done++) {
    rounds.push(...(await playThrough(store, showNextFrame)));
  }
  flushSync(() => root.unmount());
  const further = rounds.filter(({ isFurther }) => isFurther).map(({ ms }) => ms);
  const between = rounds.filter(({ isFurther }) => !isFurther).map(({ ms }) => ms);
  return [
    { name: 'drawing a further frame of a run, p50', value: quantile(further, 0.5), unit: 'ms' },
    { name: 'drawing a further frame of a run, p95', value: quantile(further, 0.95), unit: 'ms' },
    { name: 'drawing again between two frames, p50', value: quantile(between, 0.5), unit: 'ms' },
    { name: 'drawing again between two frames, p95', value: quantile(between, 0.95), unit: 'ms' },
  ];
}

function Picture({ store }: { readonly store: Store }) {
  return (
    <HighwaterProvider store={store}>
      <Stage
        width={1_280}
        height={800}
        reducedMotion={false}
        onProduce={NO_DEED}
        onToggleLoad={NO_DEED}
        renderBrokerMenu={renderBrokerMenu}
        renderPartitionMenu={renderPartitionMenu}
        renderClientMenu={renderClientMenu}
      />
    </HighwaterProvider>
  );
}

function produceAndCrash(): Recording {
  const produce = {
    type: 'produce',
    producer: 'producer-1',
    partition: 'orders-0',
    key: null,
    value: 'x',
  } as const;
  const produced = engine.extend(engine.act(engine.record(openingScenario()), 0, produce), 2);
  const crashed = engine.act(produced, 1, { type: 'crashBroker', broker: 1 });
  return engine.extend(crashed, Infinity);
}

/** Plays from the start to where the run stands still, one drawing after another. */
async function playThrough(store: Store, showNextFrame: () => void): Promise<readonly Drawing[]> {
  const { toStart, play, advance } = store.getState();
  flushSync(toStart);
  flushSync(play);
  showNextFrame();
  const drawings: Drawing[] = [];
  while (store.getState().playing) {
    const { frameIndex } = store.getState();
    const startedAt = performance.now();
    flushSync(() => advance(SECONDS_PER_DRAWING));
    showNextFrame();
    // What React put off is done by then.
    await setImmediate();
    const ms = performance.now() - startedAt;
    drawings.push({ ms, isFurther: store.getState().frameIndex !== frameIndex });
  }
  return drawings;
}
