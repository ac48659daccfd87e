import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsFoundTwice } from './agreement';
import { effort, searchTimeoutMs } from './effort';
import { play } from './play';
import { anyScript } from './scripts';

describe('an idempotent producer', () => {
  it(
    'finds none of its records twice in a log',
    () => {
      fc.assert(
        fc.property(anyScript(6), (script) => {
          const settings = {
            ...script.settings,
            acks: 'all' as const,
            enableIdempotence: true,
            uncleanLeaderElection: false,
          };
          const deeds = script.deeds.filter(({ does }) => !CHANGES.includes(does.type));
          play({ ...script, settings, deeds }, (_before, after) => {
            expect(recordsFoundTwice(after)).toEqual([]);
          });
        }),
        effort(20, 2_000),
      );
    },
    searchTimeoutMs,
  );
});

const CHANGES: readonly string[] = ['changeAcks', 'changeIdempotence', 'changeUnclean', 'elect'];
