import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../sim/config';
import { openingScenario } from '../timeline/openingScenario';
import { act, record } from '../timeline/recorder';
import { lastStory, scenarioOf } from '../timeline/recording';
import { parseScenario } from './parseScenario';

const crash = { type: 'crashBroker', broker: 1 } as const;

describe('a scenario as text', () => {
  it('is read as the page writes it', () => {
    const opening = record(openingScenario());
    const scenario = scenarioOf(act(opening, lastStory(opening), crash));
    const parsed = parseScenario(JSON.stringify(scenario, null, 2));
    expect(parsed).toEqual({ file: { scenario, checkpoints: null, until: 'settled' } });
  });

  it('needs no more than its version and its commands', () => {
    expect(parseScenario('{"version": 1, "commands": []}')).toEqual({
      file: {
        scenario: { version: 1, settings: DEFAULT_SETTINGS, seed: 1, commands: [], startsAt: 0 },
        checkpoints: null,
        until: 'settled',
      },
    });
  });

  it('may change any setting, and say where to look and how long', () => {
    const written = {
      version: 1,
      seed: 7,
      settings: { acks: 1, racks: { 2: 'b' }, clientRacks: { 'consumer-1': 'b' } },
      commands: [{ at: 3, command: crash }],
      checkpoints: [0, 3, 3, 90],
      until: 90,
    };
    const parsed = parseScenario(JSON.stringify(written));
    const { acks, racks, clientRacks } = written.settings;
    expect(parsed).toMatchObject({
      file: {
        scenario: { seed: 7, settings: { brokers: 3, acks, racks, clientRacks } },
        checkpoints: [0, 3, 3, 90],
        until: 90,
      },
    });
  });
});

describe('what is wrong with a scenario is said with its place', () => {
  const scenario = (changes: object): string =>
    JSON.stringify({ version: 1, commands: [], ...changes });
  const commands = (...some: readonly unknown[]): string => scenario({ commands: some });
  const doing = (command: unknown): string => commands({ at: 1, command });

  it.each([
    ['{', 'line 1, column 2, the end of the text: expected a name in double quotes'],
    ['[]', 'expected an object, got []'],
    ['{"commands": []}', 'version: is missing; expected one of 1'],
    [scenario({ version: '1' }), 'version: expected one of 1, got "1"'],
    [scenario({ comands: [] }), 'comands: there is no such field'],
    [scenario({ commands: {} }), 'commands: expected a list, got {}'],
    [scenario({ seed: 1.5 }), 'seed: expected a whole number from 0 up, got 1.5'],
    [
      scenario({ until: 'rest' }),
      'until: expected a tick from 1 to 86400000 or "settled", got "rest"',
    ],
    [scenario({ checkpoints: [5, 2] }), 'checkpoints[1]: 2 comes before 5, the one above'],
    [
      scenario({ checkpoints: [9], until: 8 }),
      /^until: 8 is before the last command or checkpoint/,
    ],
    [scenario({ settings: { broker: 3 } }), 'settings.broker: there is no such field'],
    [scenario({ settings: { acks: 2 } }), 'settings.acks: expected one of 0, 1, "all", got 2'],
    [scenario({ settings: { racks: { a: 'b' } } }), 'settings.racks.a: expected a name like "1"'],
    [scenario({ settings: { brokers: 2 } }), /^settings.replicationFactor: /],
    [
      scenario({ settings: { withinRackLatency: { minMs: 1 } } }),
      'settings.withinRackLatency.maxMs: is missing; expected a number',
    ],
    [commands({ at: 1 }), 'commands[0].command: is missing; expected an object'],
    [commands({ at: 0, command: crash }), /^commands\[0\].at: expected a whole number from 1 to/],
    [
      commands({ at: 9, command: crash }, { at: 8, command: crash }),
      'commands[1].at: 8 comes before 9, the one above',
    ],
    [doing({ type: 'constructor' }), /command.type: there is no command "constructor"/],
    [doing({ ...crash, toString: 1 }), 'commands[0].command.toString: there is no such field'],
    ['{"version": 1, "commands": [], "__proto__": 1}', '__proto__: there is no such field'],
    [commands({ at: 1e300, command: crash }), /^commands\[0\].at: expected .* to 86400000, got/],
    [scenario({ until: 1e12 }), /^until: expected a tick from 1 to 86400000 or "settled", got/],
    [scenario({ settings: { brokers: 1e9 } }), /^settings.brokers: .* at most 100 here/],
    ['['.repeat(200_000), /^line 1, column 101: expected at most 100 levels/],
    [doing({ broker: 1 }), 'commands[0].command.type: is missing; expected a text'],
    [doing({ type: 'explode' }), /^commands\[0\].command.type: there is no command "explode"/],
    [
      doing({ type: 'crashBroker', broker: 'one' }),
      'commands[0].command.broker: expected a whole number from 1 up, got "one"',
    ],
    [doing({ ...crash, hard: true }), 'commands[0].command.hard: there is no such field'],
    [
      doing({ type: 'cutLink', from: 'broker-1', to: 'broker2', bothWays: true }),
      'commands[0].command.to: expected a name like "broker-1", got "broker2"',
    ],
    [
      doing({ type: 'reassignPartitions', targets: [{ partition: 'a-0', replicas: [0] }] }),
      /^commands\[0\].command.targets\[0\].replicas\[0\]: expected a whole number/,
    ],
  ])('is as told in %s', (text, problem) => {
    const parsed = parseScenario(text);
    if (!('problems' in parsed)) throw new Error('Nothing was found to be wrong.');
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0]).toMatch(problem instanceof RegExp ? problem : exactly(problem));
  });

  it('all of it at once', () => {
    const parsed = parseScenario(scenario({ seed: -1, settings: { acks: 3, brokers: '3' } }));
    expect(parsed).toMatchObject({
      problems: [/^settings.brokers/, /^settings.acks/, /^seed/].map((start) =>
        expect.stringMatching(start),
      ),
    });
  });
});

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
}
