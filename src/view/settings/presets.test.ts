import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { createWorld } from '../../sim/createWorld';
import { pageProblems, settingsProblems } from '../../sim/settingsProblems';
import { PRESETS } from './presets';
import { settingsFrom } from './settingsDraft';

const unlike = {
  ...DEFAULT_SETTINGS,
  acks: 0,
  minInsyncReplicas: 3,
  uncleanLeaderElection: true,
} as const;

it.each(PRESETS)('makes a cluster of $name, whatever runs now', ({ draft }) => {
  const settings = settingsFrom(draft, createWorld(unlike, 1));
  expect(settings).toEqual(settingsFrom(draft, createWorld(DEFAULT_SETTINGS, 1)));
  expect([...settingsProblems(settings), ...pageProblems(settings)]).toEqual([]);
});

it('has the defaults of Kafka among them', () => {
  const [defaults] = PRESETS;
  expect(defaults && settingsFrom(defaults.draft, createWorld(unlike, 1))).toEqual(
    DEFAULT_SETTINGS,
  );
});
