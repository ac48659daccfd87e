import { expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { loadLessonKeeper } from './loadLessonKeeper';

it('keeps a file that is dropped before it can be opened, and stays on the page', async () => {
  const store = runningStore();
  loadLessonKeeper(store);
  expect(drag('dragover', []).defaultPrevented).toBe(true);
  expect(drag('drop', [new File(['{"version": 1}'], 'bad.json')]).defaultPrevented).toBe(true);
  // At the first sign of a person, which a drag is.
  store.setState({ isEngineLoading: true });
  await vi.waitFor(
    () => expect(store.getState().notes.join()).toContain('“bad.json” could not be opened'),
    { timeout: 10_000 },
  );
});

function drag(type: 'dragover' | 'drop', files: readonly File[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { files, types: ['Files'] } });
  document.body.dispatchEvent(event);
  return event;
}
