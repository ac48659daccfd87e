import type { Figure } from './figure';
import { act, extend, record } from '../../src/timeline/recorder';
import { clusterTimeAt, frameAt, frameCount, lastStory } from '../../src/timeline/recording';
import type { Recording } from '../../src/timeline/recording';
import { openingScenario } from '../../src/timeline/openingScenario';
import { hash } from '../../src/sim/chance';
import { quantile } from './run';

const FRAMES = 10_000;
const SEEKS = 500;

/** What recording a frame costs on top of its step, and what it costs to go back to one. */
export function measureSeeks(): readonly Figure[] {
  const startedAt = performance.now();
  const long = longRecording();
  const recordedMs = performance.now() - startedAt;
  const end = lastStory(long);
  const moments = Array.from({ length: SEEKS }, (_, nth) => (hash(nth, 'seek') / 2 ** 32) * end);
  const seekMs = moments.map((story) => timeOf(() => frameAt(long, story)));
  const clockMs = moments.map((story) => timeOf(() => clusterTimeAt(long, story)));
  return [
    {
      name: 'recording a frame, its step included',
      value: (recordedMs * 1_000) / FRAMES,
      unit: 'µs',
    },
    { name: 'a seek in 10 000 frames, p50', value: quantile(seekMs, 0.5), unit: 'ms' },
    { name: 'a seek in 10 000 frames, p95', value: quantile(seekMs, 0.95), unit: 'ms' },
    {
      name: 'cluster time at a story second, p50',
      value: quantile(clockMs, 0.5) * 1_000,
      unit: 'µs',
    },
  ];
}

function longRecording(): Recording {
  let long = act(record(openingScenario()), 0, { type: 'crashBroker', broker: 1 });
  while (frameCount(long) < FRAMES) {
    long = extend(long, lastStory(long) + 5, { throughRest: true });
  }
  return long;
}

function timeOf(deed: () => unknown): number {
  const startedAt = performance.now();
  deed();
  return performance.now() - startedAt;
}
