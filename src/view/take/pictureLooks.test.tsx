import { expect, it, vi } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { parseLink } from '../../share/link/linkText';
import { runOf } from './pictureLooks';

it('carries the run with its moment, and where nothing can be packed the run alone', async () => {
  const store = runningStore();
  store.getState().act({ type: 'crashBroker', broker: 2 });
  store.getState().stepForward();
  const linked = await parseLink(await runOf(store.getState()));
  expect('run' in linked && linked.run.moment).toBe(1);

  vi.stubGlobal('CompressionStream', undefined);
  const { commands } = JSON.parse(await runOf(store.getState()));
  expect(commands.at(-1)).toMatchObject({ command: { type: 'crashBroker', broker: 2 } });
  vi.unstubAllGlobals();
});
