import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { everyCommand } from '../../../test/everyCommand';
import { hundredCommands } from '../../../test/hundredCommands';
import type { Scenario } from '../../timeline/scenario';
import { openingScenario } from '../../timeline/openingScenario';
import type { LinkedRun } from './linkedRun';
import { COMMANDS_MAX, INFLATED_MAX, LINK_MAX } from './linkLimits';
import { linkText, parseLink } from './linkText';

const hundred = hundredCommands();

describe('a link', () => {
  it.each([
    ['of the run that the page opens with', openingScenario()],
    ['of everything that can be done', everyCommand],
    ['of a hundred commands', hundred],
  ])('%s holds the whole run', async (_, scenario) => {
    const run = runOf(scenario);
    expect(await parseLink(await linkText(run))).toEqual({ run });
  });

  it('holds what was chosen to be looked at, and a moment between two frames', async () => {
    const chosen = { frames: 40, moment: 12.123_456_789, isSpaceTimeShown: true };
    const run: LinkedRun = { ...runOf(everyCommand), ...chosen, partition: 'orders-1' };
    expect(await parseLink(await linkText(run))).toEqual({ run });
    const other: LinkedRun = { ...run, partition: 'more-1' };
    expect(await parseLink(await linkText(other))).toEqual({ run: other });
  });

  it.each<LinkedRun['selected']>([
    { type: 'controller' },
    { type: 'broker', broker: 3 },
    { type: 'client', client: 'consumer-2' },
    { type: 'partition', partition: 'orders-1' },
    { type: 'replica', broker: 2, partition: 'orders-1' },
    { type: 'record', partition: 'orders-0', recordId: 12 },
    { type: 'message', flightId: 7 },
    null,
  ])('holds the panel, and what was picked: %o', async (selected) => {
    const run: LinkedRun = { ...runOf(everyCommand), panel: 'inspect', selected };
    expect(await parseLink(await linkText(run))).toEqual({ run });
  });

  it.each<LinkedRun['inLesson']>([
    { enteredAt: 0, taken: [], isOver: false, picked: 'a', answer: null, reached: [] },
    {
      enteredAt: 800,
      taken: [801, 902],
      isOver: true,
      picked: null,
      answer: { picked: 'broker-1', isRight: false },
      reached: ['one', 'two'],
    },
  ])('holds how far a step of a lesson has come: %j', async (inLesson) => {
    const run: LinkedRun = { ...runOf(everyCommand), panel: 'lesson', inLesson };
    expect(await parseLink(await linkText(run))).toEqual({ run });
  });

  it('has at most 900 characters for a hundred commands, all safe in an address', async () => {
    const text = await linkText(runOf(hundred));
    expect(hundred.commands.length).toBeGreaterThanOrEqual(100);
    expect(text.length).toBeLessThanOrEqual(900);
    expect(encodeURIComponent(text)).toBe(text);
  });

  it('of an untouched cluster has at most 150 characters', async () => {
    expect((await linkText(runOf(openingScenario()))).length).toBeLessThanOrEqual(150);
  });
});

describe('a link that is no good says what is wrong', () => {
  const good = () => JSON.stringify(packed());
  const version = 'It is of version 2, and this page reads version 1.';
  const damaged = 'It is damaged, or only a part of it.';
  const noRun = 'It holds no run.';

  it.each<readonly [string, () => string, string | RegExp]>([
    ['', () => '', 'It does not begin with the number of a version.'],
    ['<b>', () => '<b>bold</b>', 'It does not begin with the number of a version.'],
    ['another version', () => text(good()).replace(/^1/, '2'), version],
    ['no characters', () => '1.', damaged],
    ['strange characters', () => '1.{}', damaged],
    ['half of it', () => text(good()).slice(0, -8), damaged],
    ['no JSON', () => text('{'), damaged],
    ['no list', () => text('{}'), noRun],
    ['too short a list', () => text('[1,2]'), noRun],
    ['a panel that is none', () => picking('secrets', null), noRun],
    ['a pick that is none', () => picking('events', { type: 'toString' }), noRun],
    ['a pick with more in it', () => picking('events', { type: 'controller', broker: 1 }), noRun],
    ['a pick with less in it', () => picking('events', { type: 'replica', broker: 1 }), noRun],
    ['a lesson that is none', () => teaching({}), noRun],
    ['too little of a lesson', () => teaching([0, [], false, null, null]), noRun],
    ['a step begun at no time', () => teaching(['x', [], false, null, null, []]), noRun],
    ['an answer that is none', () => teaching([0, [], false, null, { picked: 1 }, []]), noRun],
    ['too many fields', () => changed(10, [...fields(), 1]), noRun],
    ['too few fields', () => changed(10, fields().slice(0, -1)), noRun],
    ['a letter of nothing', () => changed(9, '!'), /a command that this version does not know/],
    ['a wait that is none', () => changed(8, ['a']), /^commands\[0\]\.at: expected a whole number/],
    ['a broker that is none', () => changed(10, ['one']), /^commands\[0\]\.command\.broker: /],
    ['a late command', () => changed(8, [1e12]), /^commands\[0\]\.at: .* to 86400000/],
    ['too many brokers', () => changed(7, { brokers: 1e9 }), /^settings\.brokers: .* at most 100/],
    ['many brokers', () => changed(7, { brokers: 50 }), /^settings\.brokers: .* at most 9/],
    [
      'a bad setting',
      () => changed(7, { constructor: 1 }),
      'settings.constructor: there is no such field',
    ],
    ['a moment too late', () => changed(2, 2), 'moment: expected a frame from 0 to 1'],
    ['no moment', () => changed(2, null), 'moment: expected a frame from 0 to 1'],
    ['too many frames', () => changed(1, 1e9), /^frames: expected a whole number from 1 to 50000/],
    ['no sum', () => changed(0, 'x'), /^sum: expected a whole number/],
    ['a partition that is none', () => changed(3, { a: 1 }), noRun],
    [
      'too many commands',
      () => many(COMMANDS_MAX + 1),
      /^There are 2001 commands, and at most 2000/,
    ],
  ])('and nothing else comes of it: %s', async (_, write, problem) => {
    const parsed = await parseLink(write());
    if (!('problems' in parsed)) throw new Error('Nothing was found to be wrong.');
    expect(parsed.problems[0]).toMatch(problem);
  });

  it('a long one is not even looked at', async () => {
    expect(await parseLink(`1.${'A'.repeat(LINK_MAX)}`)).toEqual({
      problems: [`It is longer than ${LINK_MAX} characters.`],
    });
  });

  it('and a small one that would inflate to something huge is not inflated', async () => {
    const bomb = text(' '.repeat(10_000_000));
    expect(bomb.length).toBeLessThan(LINK_MAX);
    const parsed = await parseLink(bomb);
    expect(parsed).toEqual({ problems: [`It holds more than ${INFLATED_MAX} bytes.`] });
  });

  const changed = (nth: number, value: unknown) => text(JSON.stringify(packed().with(nth, value)));
  const many = (count: number) =>
    text(JSON.stringify(packed().with(8, Array(count).fill(1)).with(9, 'H'.repeat(count))));
});

const FIELDS = [1];

function fields(): readonly unknown[] {
  return FIELDS;
}

function picking(panel: string, selected: unknown): string {
  return text(JSON.stringify([...packed(), panel, selected]));
}

function teaching(inLesson: unknown): string {
  return text(JSON.stringify([...packed(), 'lesson', null, inLesson]));
}

/** One crash, two frames. */
function packed(): readonly unknown[] {
  return [0, 2, 0, 0, 0, 1, 0, {}, [5], 'c', fields()];
}

function text(json: string): string {
  return `1.${deflateRawSync(json).toString('base64url')}`;
}

function runOf(scenario: Scenario): LinkedRun {
  return {
    scenario,
    frames: 1,
    moment: 0,
    sum: 4_294_967_295,
    partition: 'orders-0',
    isSpaceTimeShown: false,
    panel: 'events',
    selected: null,
    inLesson: null,
  };
}
