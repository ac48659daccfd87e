import { describe, expect, it } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import type { Command } from '../../sim/command';
import { frame, frameCount, lastStory, storyAt } from '../../timeline/recording';
import { markOf } from '../../timeline/run';
import { stretchesOf } from '../../timeline/stretches';
import { isWithin, overlaps } from '../stage/layout/geometry';
import { axisOf } from './axis';
import { layoutSpaceTime, TOP } from './layoutSpaceTime';
import { wordsOf } from './lines';
import { quietCounts } from './quietWords';
import { sceneOf } from './scene';

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};
const story: readonly Command[] = [
  produce,
  { type: 'crashBroker', broker: 1 },
  produce,
  { type: 'startBroker', broker: 1 },
];

const CLOCK_BOTTOM = 11;

describe('a story of a crash', () => {
  const { scene, layout } = pictureOf(story, { width: 1100, height: 460 });

  it('has a lane for each node: who writes, who keeps, who decides, who reads', () => {
    const names = layout.lanes.map(({ name }) => name);
    expect(names).toEqual([
      'Producer',
      'Broker 1',
      'Broker 2',
      'Broker 3',
      'Controller',
      'Consumer',
    ]);
    const ys = layout.lanes.map(({ y }) => y);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });

  it('has one line for each message, from the lane of its sender to that of its receiver', () => {
    const yOf = (node: string) => layout.lanes.find((lane) => lane.node === node)?.y;
    expect(layout.lines).toHaveLength(scene.passages.length);
    expect(layout.lines.length).toBeGreaterThan(30);
    for (const { passage, points, end } of layout.lines) {
      expect(end).not.toBe('open');
      const [from, to] = points;
      expect(to?.x).toBeGreaterThan(from?.x ?? Infinity);
      const ys = points.map(({ y }) => y);
      expect(ys).toEqual([yOf(passage.flight.from), yOf(passage.flight.to)]);
    }
  });

  it('lets a message to a dead broker end in a cross on its lane', () => {
    const lost = layout.lines.filter(({ end }) => end === 'cross');
    expect(lost.length).toBeGreaterThan(0);
    const dead = layout.lanes.find(({ node }) => node === 'broker-1');
    for (const line of lost) {
      expect(line.points.at(-1)?.y).toBe(dead?.y);
      expect(wordsOf(line)).toMatch(/to broker 1, .*lost at .* s: nobody was there$/);
    }
  });

  it('says who led in which epoch, who was down, and what the controller decided', () => {
    const texts = layout.labels.map(({ text }) => text);
    expect(texts).toContain('crashed');
    expect(texts).toContain('leader, epoch 0');
    expect(texts).toContain('leader, epoch 1');
    expect(texts).toContain('session of broker 1 expires');
    expect(texts).toContain('elects broker 2, ISR 2,3');
    expect(texts.filter((text) => text.startsWith('HW '))).toContain('HW 6');
  });

  it('draws the quiet nine seconds as a narrow block and counts what went on in them', () => {
    const quiet = layout.quiet.find(({ text }) => /^8.\d s quiet$/.test(text));
    expect(quiet?.detail).toMatch(/^\d+ fetches, \d+ heartbeats, \d+ metadata requests$/);
    const pause = layout.pauses.find(({ fromTick, toTick }) => toTick - fromTick > 8_000);
    expect(pause?.width).toBeLessThan(100);
  });
});

it('says once, and how often, what happens again and again too soon for words of its own', () => {
  const refused: readonly Command[] = [
    { type: 'crashBroker', broker: 2 },
    { type: 'crashBroker', broker: 3 },
    produce,
  ];
  const { layout } = pictureOf(refused, { width: 1100, height: 460 });
  const dots = layout.dots.filter(({ mark }) => mark.text === 'refused');
  const words = layout.labels.filter(({ text }) => text.endsWith('refused'));
  expect(dots.length).toBeGreaterThan(50);
  expect(words.length).toBeLessThan(5);
  const counts = words.map(({ text }) => Number(/^(\d+) × /.exec(text)?.[1] ?? 1));
  expect(counts.reduce((one, other) => one + other)).toBe(dots.length);
  // The clock of the playhead takes the row above what is said of quiet stretches.
  for (const { box } of layout.quiet) expect(box.y).toBeGreaterThanOrEqual(CLOCK_BOTTOM);
  const titles = layout.quiet.map(({ title }) => title);
  expect(titles.some((title) => /quiet: \d+ produce requests, \d+ fetches/.test(title))).toBe(true);
});

const ROW = { y: 0, height: TOP };

describe('quiet stretches', () => {
  const many: readonly Command[] = [
    { type: 'crashBroker', broker: 2 },
    { type: 'crashBroker', broker: 3 },
    ...story,
    { type: 'startBroker', broker: 2 },
    produce,
  ];

  it.each([1_840, 1_100, 560, 280, 120])(
    'have their count, each by itself or with its neighbours, in a width of %i',
    (width) => {
      const { layout } = pictureOf(many, { width, height: 300 });
      const { pauses, quiet } = layout;
      expect(pauses.length).toBeGreaterThan(8);
      expect(quiet.map(({ over }) => over.count).reduce((one, other) => one + other)).toBe(
        pauses.length,
      );
      for (const pause of pauses) {
        const own = quiet.filter(({ over }) => isWithin({ ...pause, ...ROW }, { ...over, ...ROW }));
        expect(own).toHaveLength(1);
      }
      for (const [at, { text, detail, box, over }] of quiet.entries()) {
        expect(`${text} ${detail}`).toMatch(/^(\d+ quiet, )?\d+\.\d s.* \d+ /);
        expect(Math.max(textWidth(text), textWidth(detail))).toBeLessThan(box.width);
        expect(isWithin(box, { x: 0, y: 0, width, height: TOP })).toBe(true);
        expect(overlaps(box, { ...over, ...ROW })).toBe(true);
        for (const other of quiet.slice(at + 1)) expect(overlaps(box, other.box)).toBe(false);
      }
    },
  );

  it('say more where there is room, and together as much as they did apart', () => {
    const [wide, narrow] = [1_840, 120].map((width) => pictureOf(many, { width, height: 300 }));
    const details = wide?.layout.quiet.map(({ detail }) => detail) ?? [];
    expect(details.some((detail) => /fetch(es)?, \d+ heartbeats/.test(detail))).toBe(true);
    expect(sentIn(narrow)).toBe(sentIn(wide));
  });
});

/** All requests that the quiet stretches of a picture tell of. */
function sentIn(picture: ReturnType<typeof pictureOf> | undefined): number {
  const numbers = picture?.layout.quiet.flatMap(({ title }) =>
    [...title.slice(title.indexOf(':')).matchAll(/\d+/g)].map(Number),
  );
  return numbers?.reduce((one, other) => one + other) ?? 0;
}

it('bends the line of a message where somebody holds it, and lets it go on', () => {
  const store = runningStore();
  const now = () => store.getState();
  now().act(produce);
  now().advance(1.3);
  const [flight] = frame(now().recording, now().frameIndex).world.flights.filter(
    ({ background }) => !background,
  );
  if (!flight) throw new Error('Nothing is on its way.');
  now().act({ type: 'holdMessage', flight: flight.id });
  now().advance(3);
  now().act({ type: 'releaseMessage', flight: flight.id });
  playOut(store);
  const { layout } = drawn(store, { width: 1100, height: 460 });
  const line = layout.lines.find(({ passage }) => passage.flight.id === flight.id);
  expect(line?.points).toHaveLength(4);
  const [sent, held, released, arrived] = line?.points ?? [];
  expect(released?.y).toBe(held?.y);
  expect(released?.x).toBeGreaterThan((held?.x ?? Infinity) + 20);
  expect(sent?.y).toBeLessThan(held?.y ?? 0);
  expect(arrived?.y).toBeGreaterThanOrEqual(held?.y ?? Infinity);
  const xs = line?.points.map(({ x }) => x);
  expect(xs).toEqual(xs?.toSorted((a, b) => a - b));
});

describe('two hundred messages between six nodes', () => {
  const busy: readonly Command[] = [...story, ...Array.from({ length: 20 }, () => produce)];
  it.each([
    [1_190, 222],
    [980, 470],
    [1_480, 620],
    [340, 340],
  ])('stand legibly in %i × %i pixels', (width, height) => {
    const { scene, layout } = pictureOf(busy, { width, height, passages: 200 });
    expect(scene.passages).toHaveLength(200);
    const picture = { x: 0, y: 0, width, height: layout.height };
    for (const [at, { box, text }] of layout.labels.entries()) {
      expect(isWithin(box, picture)).toBe(true);
      expect(box.width).toBeGreaterThanOrEqual(textWidth(text));
      for (const other of layout.labels.slice(at + 1)) expect(overlaps(box, other.box)).toBe(false);
    }
    const wanted = layout.labels.length + layout.hiddenLabels;
    expect(wanted).toBeGreaterThan(120);
    const texts = layout.labels.map(({ text }) => text);
    expect(texts).toContain('crashed');
    expect(texts).toContain('session of broker 1 expires');
  });
});

interface Sizes {
  readonly width: number;
  readonly height: number;
  readonly passages?: number;
}

function pictureOf(commands: readonly Command[], sizes: Sizes) {
  const store = runningStore();
  for (const command of commands) {
    store.getState().act(command);
    playOut(store);
  }
  return drawn(store, sizes);
}

function playOut(store: ReturnType<typeof runningStore>): void {
  for (let turn = 0; turn < 400 && store.getState().playing; turn += 1)
    store.getState().advance(0.25);
}

function drawn(store: ReturnType<typeof runningStore>, { width, height, passages }: Sizes) {
  const { recording } = store.getState();
  const last = frameCount(recording) - 1;
  const wishes = { partition: 'orders-0' as const, allPartitions: false, allMessages: false };
  const whole = sceneOf(recording, { first: 0, to: last, focus: last }, wishes);
  const scene = { ...whole, passages: whole.passages.slice(0, passages) };
  const stretches = stretchesOf(recording);
  const axis = axisOf(stretches, width / lastStory(recording), true);
  const layout = layoutSpaceTime({
    scene,
    axis,
    start: 0,
    width,
    height,
    storyOf: (tick) => storyAt(recording, tick),
    endTick: markOf(recording.line.run, last).tick,
    partition: 'orders-0',
    textWidth,
    quietCounts: (pause) => quietCounts(recording, pause),
  });
  return { scene, layout };
}

function textWidth(text: string): number {
  return text.length * 7.4;
}
