import { expect, it } from 'vitest';
import { lastCommand } from './lastCommand';
import { openingScenario } from './openingScenario';
import { act, extend, record } from './recorder';
import { frameCount, lastStory } from './recording';

it('names what was done last up to a frame, and nothing that belongs to the prologue', () => {
  const first = record(openingScenario());
  expect(lastCommand(first, 0)).toBeNull();

  const crash = { type: 'crashBroker', broker: 1 } as const;
  const start = { type: 'startBroker', broker: 1 } as const;
  const crashed = extend(act(first, 0, crash), 30);
  const both = extend(act(crashed, lastStory(crashed), start), 60);
  expect(lastCommand(both, 0)).toBeNull();
  expect(lastCommand(both, frameCount(crashed) - 1)?.command).toEqual(crash);
  expect(lastCommand(both, frameCount(both) - 1)?.command).toEqual(start);
});
