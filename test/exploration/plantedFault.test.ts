import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTANTS } from '../mutants/mutants';
import { plantFault, pullFault } from '../mutants/plant';
import { smallSettings } from '../script';

const fault = MUTANTS.find(({ name }) => name === 'a follower may join before it has caught up');

describe('the search through everything', () => {
  beforeAll(() => {
    if (fault !== undefined) plantFault(fault);
  });
  afterAll(() => {
    if (fault !== undefined) pullFault(fault);
  });

  it('finds the shortest way to a promise that a planted fault breaks', async () => {
    const { explore } = await import('./explore');
    const settings = smallSettings({
      brokers: 2,
      replicationFactor: 2,
      minInsyncReplicas: 1,
      racks: { 1: 'a', 2: 'b' },
      withinRackLatency: { minMs: 1, maxMs: 1 },
      betweenRacksLatency: { minMs: 9, maxMs: 9 },
    });
    const budget = { records: 1, crashes: 1, starts: 1, losses: 0 };
    const { counterexample } = explore({ settings, seed: 1, budget, statesMax: 20_000 });
    const kinds = counterexample?.commands.map((command) => /"type":"(\w+)"/.exec(command)?.[1]);
    expect(kinds).toEqual(['crashBroker', 'produce', 'startBroker']);
    expect(counterexample?.promise).toContain('What a leader calls committed');
  });
});
