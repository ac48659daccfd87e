import { act, screen, waitFor } from '@testing-library/react';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { loadWords } from '../../lessons/loadLesson';
import { openMoment } from '../../store/openMoment';
import { openSpeaker } from './speakerHost';
import { type SpeakerView, type SpeakerWish, type Talk, talkAbout } from './speakerTalk';
import { speakerView } from './speakerView';
import { SpeakerWindow } from './SpeakerWindow';

let talk: Talk | null = null;

beforeEach(() => {
  window.name = '';
});
afterEach(() => {
  talk?.hangUp();
  talk = null;
  vi.restoreAllMocks();
});

it('tells why the present moment came, by which rule, and what is told next', () => {
  const store = runningStore();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().stepForward();
  store.getState().stepForward();
  store.getState().stepBack();
  const view = speakerView(store.getState(), null);
  expect(view.caption).toBe('Broker 1 crashed.');
  expect(view.notes.map(({ head }) => head)).toEqual(['Why', 'Rule', 'In Kafka']);
  expect(view.notes[0]?.text).toMatch(/until the controller notices/);
  expect(view.next).toMatch(/./);
  expect(view.place).toMatch(/^1 of \d+ moments$/);
});

it('says that nothing is known of what comes next where nothing was recorded', () => {
  const view = speakerView(runningStore().getState(), null);
  expect(view).toMatchObject({ next: null, notes: [], place: 'At the start' });
});

it('has the words of a lesson as notes, without the marks of its glossary', async () => {
  const store = runningStore();
  await openMoment(store, { lesson: 'failover' });
  const words = await loadWords();
  const view = speakerView(store.getState(), words);
  const [first, second] = store.getState().lesson?.lesson.steps ?? [];
  const said = words.lessons['failover']?.steps;
  expect(view.notes.map(({ text }) => text)).toContain(said?.[first?.id ?? '']?.title);
  expect(view.next).toContain(said?.[second?.id ?? '']?.title);
  expect(JSON.stringify(view)).not.toMatch(/\[[^\]"]+\|\w+\]/);
});

it('says what a lesson asks next as a question', async () => {
  const store = runningStore();
  await openMoment(store, { lesson: 'brokerDown' });
  const { next } = speakerView(store.getState(), await loadWords());
  expect(next).toMatch(/^Predict: what changes\? Broker 2 is about to crash\./);
});

it('keeps the window up with the picture, both ways', async () => {
  const store = runningStore();
  const heard = listenAs(store);
  talk?.say({ type: 'wish', wish: 'show' });
  await waitFor(() => expect(heard.at(-1)?.place).toBe('At the start'));
  act(() => void store.getState().act({ type: 'crashBroker', broker: 1 }));
  talk?.say({ type: 'wish', wish: 'next' });
  await waitFor(() => expect(heard.at(-1)?.caption).toBe('Broker 1 crashed.'));
  talk?.say({ type: 'wish', wish: 'blank' });
  await waitFor(() => expect(store.getState().presenting?.blank).toBe('black'));
});

it('heeds nothing of another shape', async () => {
  const store = runningStore();
  const heard = listenAs(store);
  const stranger = new BroadcastChannel(channelName());
  const wrong = { type: 'wish', wish: 'blank', more: true };
  for (const said of [null, 'next', { type: 'wish', wish: 'format' }, { type: 'view' }, wrong])
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    stranger.postMessage(said);
  talk?.say({ type: 'wish', wish: 'show' });
  await waitFor(() => expect(heard.length).toBeGreaterThan(0));
  stranger.close();
  expect(store.getState().presenting?.blank).toBeUndefined();
  expect(heard.every(({ place }) => place === 'At the start')).toBe(true);
});

it('says so where no window can be opened, and where windows cannot speak', () => {
  vi.spyOn(window, 'open').mockReturnValue(null);
  expect(openSpeaker(runningStore())).toMatch(/did not let the page open a window/);
  vi.stubGlobal('BroadcastChannel', undefined);
  expect(openSpeaker(runningStore())).toMatch(/cannot be kept together/);
  vi.unstubAllGlobals();
});

it('has a clock to be started again, and says when the picture has gone', async () => {
  const props = {
    onWish: vi.fn<(wish: SpeakerWish) => void>(),
    onReset: vi.fn<() => void>(),
    isDeaf: false,
    elapsed: '03:07',
  };
  const view = speakerView(runningStore().getState(), null);
  render(<SpeakerWindow {...props} view={view} isGone />);
  expect(screen.getByRole('alert')).toHaveTextContent('This one waits for it.');
  expect(screen.getByRole('timer')).toHaveTextContent('03:07');
  await userEvent.click(screen.getByRole('button', { name: 'Start again' }));
  expect(props.onReset).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: /^Next/ }));
  expect(props.onWish).toHaveBeenCalledWith('next');
});

/** Opens the window for a store, and hears what it would show. */
function listenAs(store: ReturnType<typeof runningStore>): SpeakerView[] {
  const opened = vi.spyOn(window, 'open').mockReturnValue(window);
  expect(openSpeaker(store)).toMatch(/is open/);
  const heard: SpeakerView[] = [];
  const address = String(opened.mock.calls[0]?.[0]);
  talk = talkAbout(address.split('=')[1] ?? '', (said) => {
    if (said.type === 'view') heard.push(said.view);
  });
  return heard;
}

function channelName(): string {
  return `highwater.${window.name.replace('highwater-show-', '')}`;
}
