import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayText } from '../../src/share/replayText';

const SCENARIO = join(import.meta.dirname, 'firstCrash.json');
const GOLDEN = join(import.meta.dirname, 'golden');
const COMMAND = join(import.meta.dirname, '../../scripts/replay.mjs');
const text = readFileSync(SCENARIO, 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a scenario that is played again', () => {
  it.each([
    ['replay-first-crash.txt', false],
    ['replay-first-crash.jsonl', true],
  ])('is written again as it stands in %s', (name, asJson) => {
    const path = join(GOLDEN, name);
    const written = `${linesOf(text, asJson).join('\n')}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, written);
    expect(written).toBe(readFileSync(path, 'utf8'));
  });

  it('is looked at where it says, and goes on as long as it says', () => {
    const looked = checkpointsOf({ checkpoints: [0, 14_000, 20_000], until: 21_000 });
    expect(looked.map(({ time }) => time)).toEqual([0, 14_000, 20_000]);
    expect(looked.map(({ partitions }) => partitions['orders-0'].leader)).toEqual([1, 2, 2]);
    const ends = checkpointsOf({ until: 13_000 }).at(-1);
    expect(ends).toMatchObject({ time: 13_000, records: { 2: { outcome: 'pending' } } });
  });

  it('tells what was refused, and goes on', () => {
    const refused = checkpointsOf({}).map((one) => one.refused);
    expect(refused.map(({ length }) => length)).toEqual([0, 0, 1, 0, 0]);
    const because = 'Broker 1 is already down.';
    expect(refused[2]).toMatchObject([{ at: 5001, because }]);
    expect(linesOf(text, false).join('\n')).toContain(`Refused: crashBroker 1. ${because}`);
  });

  it('ends with a note where it does not come to rest', () => {
    const load = { type: 'startLoad', producer: 'producer-1', recordsPerSecond: 1 };
    const busy = JSON.stringify({ version: 1, commands: [{ at: 1, command: load }] });
    const note = 'Not settled after 600 s: ends here.';
    expect(linesOf(busy, false).at(-1)).toMatch(new RegExp(`^ *\\d+\\.\\d{3} s {2}${note}$`));
  });

  it('begins to be told where its story begins', () => {
    const later = JSON.stringify({ ...JSON.parse(text), startsAt: 4000 });
    expect(linesOf(later, false)[0]).toContain('Broker 1 crashed.');
  });

  it('counts the errors of what failed, and the offsets of what was written', () => {
    const alone = { brokers: 1, partitions: 1, replicationFactor: 1, minInsyncReplicas: 1 };
    const looked = checkpointsOf({ settings: alone });
    expect(looked.at(-1)?.records).toMatchObject({
      1: { value: 'a', outcome: 'acknowledged', error: null, offset: 0, partition: 'orders-0' },
      2: { value: 'b', outcome: 'failed', error: 'TimeoutException', offset: null },
    });
    expect(looked.at(-1)?.partitions['orders-0'].replicas).toMatchObject({
      1: { logEndOffset: 1, highWatermark: 1, epochs: [0] },
    });
  });
});

describe('the command', { timeout: 60_000 }, () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });

  it('prints the transcript, and with --json a line for each checkpoint', () => {
    const told = run(SCENARIO);
    expect(told.stdout).toBe(readFileSync(join(GOLDEN, 'replay-first-crash.txt'), 'utf8'));
    expect(told.status).toBe(0);
    expect(run('--json', SCENARIO).stdout).toBe(
      readFileSync(join(GOLDEN, 'replay-first-crash.jsonl'), 'utf8'),
    );
  });

  it('names the file and the place that it cannot make anything of', () => {
    const path = join(folder, 'broken.json');
    const command = { type: 'crashBroker', broker: 'one' };
    writeFileSync(path, JSON.stringify({ version: 1, commands: [{ at: 1, command }] }));
    const { status, stderr, stdout } = run(path);
    expect(stderr).toContain(`${path}: commands[0].command.broker: expected a whole number`);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('says how it is used when there is no file, or none that can be read', () => {
    expect(run().stderr).toContain('Usage: ');
    expect(run('--jsn', SCENARIO).status).toBe(2);
    const missing = run(join(folder, 'missing.json'));
    expect(missing.stderr).toContain('missing.json: cannot be read');
    expect(missing.status).toBe(2);
  });
});

interface Looked {
  readonly time: number;
  readonly partitions: {
    readonly 'orders-0': { readonly leader: number; readonly replicas: object };
  };
  readonly records: Readonly<Record<string, unknown>>;
  readonly refused: readonly unknown[];
}

/** The checkpoints of the scenario with some of it changed. */
function checkpointsOf(changes: object): readonly Looked[] {
  const changed = JSON.stringify({ ...JSON.parse(text), ...changes });
  return linesOf(changed, true).map((line) => JSON.parse(line));
}

function linesOf(from: string, asJson: boolean): readonly string[] {
  const replayed = replayText(from, asJson);
  if ('problems' in replayed) throw new Error(replayed.problems.join('\n'));
  return replayed.lines;
}
