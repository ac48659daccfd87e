import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { everyCommand } from '../everyCommand';
import { engine } from '../../src/timeline/engine';
import type { Engine } from '../../src/timeline/engine';
import { open, stage } from './person';
import { test } from './watched';

const ENGINE = /\/engine-[^/]*\.js$/;

/** Story seconds that are run: by then the last command has been obeyed. */
const STORY_SECONDS = 1_100;

test('a browser runs everything that can be done to the very world that Node comes to', async ({
  page,
}) => {
  test.slow(); // thousands of steps, twice
  const asked = page.waitForRequest(ENGINE);
  await open(page);
  await stage(page).hover();
  const url = (await asked).url();
  const inBrowser = await page.evaluate(runBuilt, { url, everyCommand, until: STORY_SECONDS });
  const inNode = lastWorld(engine);
  expect(JSON.parse(inNode).now).toBeGreaterThan(everyCommand.commands.at(-1)?.at ?? Infinity);
  expect(hashOf(inBrowser)).toBe(hashOf(inNode));
});

function lastWorld({ record, extend }: Engine): string {
  const { line } = extend(record(everyCommand), STORY_SECONDS, { throughRest: true });
  return JSON.stringify(line.run.kept.frames[line.frameCount - 1]?.world);
}

/** In the page: by the engine that it was built with, in whatever module of its chunk that is. */
async function runBuilt({ url, everyCommand: scenario, until }: Asked): Promise<string> {
  const chunk: { readonly [name in string]: { readonly engine?: Engine } } = await import(url);
  const built = Object.values(chunk).find((each) => each.engine !== undefined)?.engine;
  const recording = built?.record(scenario);
  if (recording === undefined) throw new Error('There is no engine.');
  const line = built?.extend(recording, until, { throughRest: true }).line;
  return JSON.stringify(line?.run.kept.frames[line.frameCount - 1]?.world);
}

interface Asked {
  readonly url: string;
  readonly everyCommand: typeof everyCommand;
  readonly until: number;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
