import { expect, type Page } from '@playwright/test';
import { DEFAULT_SETTINGS } from '../../src/sim/config';
import { makeLink } from '../../src/share/link/makeLink';
import type { ToldMoment } from '../../src/timeline/mark';
import { scenarioFor } from '../../src/timeline/openingScenario';
import { act, extend, record } from '../../src/timeline/recorder';
import { lastStory, type Recording, toldMoments } from '../../src/timeline/recording';
import { print } from './costs';
import { clock, open, produce, settled, slider } from './person';
import { twoFrames } from './picture';
import { SCREENS, setScreen } from './screens';
import { test } from './watched';

/** As the page opens, but so far apart that much happens in a second of the story. */
const FAR_APART = { ...DEFAULT_SETTINGS, withinRackLatency: { minMs: 30, maxMs: 45 } };
const SEED = 1;
const RECORDS_PER_SECOND = 200;
const [FEW, MANY] = [100, 10_000];
const SEEKS = 120;
const MARK_WIDTH = 12;
/** How much dearer a seek may be in a long history than in a short one. */
const RATIO_MAX = 6;

test('one seeks in ten thousand events as in a hundred', async ({ page }) => {
  await page.addInitScript(() => {
    // The pointer of the test is none of the browser's.
    Element.prototype.setPointerCapture = () => undefined;
  });
  await page.setViewportSize({ width: 1600, height: 900 });
  const [shortP50] = await seeksIn(page, FEW);
  const [p50, p95] = await seeksIn(page, MANY);
  const figures = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  print(`a seek in ${MANY} events, all of the page drawn: ${figures}`);
  print(`a seek in some hundred events: p50 ${shortP50.toFixed(1)} ms`);
  expect(p50 / shortP50, 'dearer than in a short history').toBeLessThan(RATIO_MAX);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /s of cluster time, /);
});

test('every kind of event to jump to is named whole', async ({ page }) => {
  for (const width of [1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await produce(page);
    const kinds = page.getByRole('combobox', { name: 'Kind of event' });
    const room = await kinds.evaluate((select) => select.clientWidth);
    const widest = await kinds.evaluate((select) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context || !(select instanceof HTMLSelectElement)) return Infinity;
      context.font = getComputedStyle(select).font;
      return Math.max(...[...select.options].map(({ text }) => context.measureText(text).width));
    });
    // Beside the words is the arrow.
    expect(widest + 24).toBeLessThanOrEqual(room);
  }
});

test('marks tell their own times, in their order, where a loss is close together', async ({
  page,
}) => {
  await page.goto(`./#r=${await linkTo(loss())}`, { waitUntil: 'networkidle' });
  const marks = page.locator('.mark');
  await expect(marks).not.toHaveCount(0);
  for (const screen of SCREENS) {
    await setScreen(page, screen);
    await twoFrames(page);
    const heads: number[] = [];
    const lefts = await marks.evaluateAll((all) =>
      all.map((mark) => mark.getBoundingClientRect().left),
    );
    const gaps = lefts.slice(1).map((left, at) => left - (lefts[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MARK_WIDTH);
    for (const mark of await marks.all()) {
      const box = await mark.boundingBox();
      if (!box) throw new Error('A mark is nowhere.');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      const [head = NaN, ...told] = (await page.locator('.tip').innerText())
        .split('\n')
        .filter((line) => /^\d/.test(line))
        .map(Number.parseFloat);
      expect(told).toContain(head);
      heads.push(head);
    }
    expect(heads).toEqual(heads.toSorted((a, b) => a - b));
    expect(heads.length).toBeGreaterThan(2);
    // One that was pushed aside: a press on it goes to its moment all the same.
    await page.locator(".mark[data-shape='crash']").click();
    const crashed = heads[2] ?? NaN;
    await expect(clock(page)).toContainText(`${crashed.toFixed(3)} s`);
    await slider(page).press('End');
    await settled(page);
  }
});

async function seeksIn(page: Page, events: number): Promise<readonly [number, number]> {
  await page.goto('about:blank');
  await page.goto(`./#r=${await runOf(events)}`);
  await expect.poll(() => eventsToldOf(page)).toBeGreaterThan(events);
  // Once for what is compiled and loaded.
  await seeks(page);
  return seeks(page);
}

/** A run under steady load with more than so many events, as a link has it. */
async function runOf(events: number): Promise<string> {
  const start = record(scenarioFor(FAR_APART, SEED));
  const command = { type: 'startLoad', producer: 'producer-1' } as const;
  let recording = act(start, 0, { ...command, recordsPerSecond: RECORDS_PER_SECOND });
  while (recording.line.run.happenings.length <= events) {
    const longer = extend(recording, lastStory(recording) + 1);
    if (longer === recording) throw new Error('The run comes to rest before that.');
    recording = longer;
  }
  return linkTo(recording);
}

/** A leader that nobody can follow acknowledges alone, and crashes at that moment. */
function loss(): Recording {
  const start = record(scenarioFor({ ...DEFAULT_SETTINGS, acks: 1 }, SEED));
  const cut = (before: Recording, to: 'broker-2' | 'broker-3') =>
    act(before, 0, { type: 'cutLink', from: 'broker-1', to, bothWays: true });
  const value = { key: null, value: 'x' };
  const send = {
    type: 'produce',
    producer: 'producer-1',
    partition: 'orders-0',
    ...value,
  } as const;
  const produced = extend(act(cut(cut(start, 'broker-2'), 'broker-3'), 0, send), 5);
  const isTold = (moment: ToldMoment) =>
    moment.events.some(({ type }) => type === 'recordsAcknowledged');
  const told = toldMoments(produced).find(isTold);
  if (!told) throw new Error('Nothing was acknowledged.');
  return extend(act(produced, told.story, { type: 'crashBroker', broker: 1 }), 60);
}

async function linkTo(recording: Recording): Promise<string> {
  const made = await makeLink({
    recording,
    playhead: lastStory(recording),
    selectedPartition: 'orders-0',
    isSpaceTimeShown: false,
    panel: 'events',
    selected: null,
    lesson: null,
  });
  if (!('text' in made)) throw new Error(made.because);
  return made.text;
}

/** The number of the last event in the list. */
async function eventsToldOf(page: Page): Promise<number> {
  const texts = await page.locator('.feedNumber').allTextContents();
  return Math.max(0, ...texts.map((text) => Number(text.slice(1))));
}

/** Presses all over the scrubber: the median and the 95th percentile, laid out as well. */
async function seeks(page: Page): Promise<readonly [number, number]> {
  const times = await page.evaluate(async (count) => {
    const scrubber = document.querySelector('.scrubber');
    const axis = document.querySelector('.bands')?.getBoundingClientRect();
    if (!scrubber || !axis) throw new Error('There is no history.');
    const spent: number[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const clientX = axis.left + axis.width * (((nth * 7_919) % 9_973) / 9_973);
      const at = { bubbles: true, button: 0, clientX, clientY: axis.top };
      const startedAt = performance.now();
      scrubber.dispatchEvent(new PointerEvent('pointerdown', at));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      spent.push(performance.now() - startedAt);
      scrubber.dispatchEvent(new PointerEvent('pointerup', at));
      await new Promise(requestAnimationFrame);
    }
    return spent;
  }, SEEKS);
  const sorted = times.toSorted((a, b) => a - b);
  return [sorted[SEEKS >> 1] ?? 0, sorted[Math.floor(SEEKS * 0.95)] ?? 0];
}
