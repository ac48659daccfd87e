import type { Command } from '../src/sim/command';
import type { Settings } from '../src/sim/config';
import type { Event } from '../src/sim/event';
import { act, extend, record } from '../src/timeline/recorder';
import { frame, frameCount, lastStory, type Recording } from '../src/timeline/recording';
import { type EventOf, isLike } from '../src/sim/isLike';
import { smallSettings } from './script';

const FRAMES_MAX = 20_000;
/** Less than the story between two frames, so that frames are recorded one by one. */
const NEXT = 1e-9;

/** A recording about which a story is told: what a person does, and what they wait for. */
export interface RecordedStory {
  readonly recording: Recording;
  /** Does something in the tick after the last frame. */
  does(command: Command): RecordedStory;
  /** Goes on until an event happens that has not happened before the last deed. */
  until<Type extends Event['type']>(type: Type, fields?: Partial<EventOf<Type>>): RecordedStory;
  /** Goes on for so many milliseconds of cluster time. */
  waits(ms: number): RecordedStory;
}

/** A recorded small cluster, three brokers and one partition, unless told otherwise. */
export function recordedStory(
  changes: Partial<Settings> = {},
  { seed = 1, startsAt = 2_000 }: { readonly seed?: number; readonly startsAt?: number } = {},
): RecordedStory {
  const settings = smallSettings(changes);
  let recording = record({ version: 1, settings, seed, commands: [], startsAt });
  let since = 0;
  const goOnUntil = (says: string, isThere: () => boolean): RecordedStory => {
    for (let frames = 0; !isThere(); frames += 1) {
      if (frames > FRAMES_MAX) throw new Error(`${says} never came.`);
      recording = extend(recording, lastStory(recording) + NEXT, { throughRest: true });
    }
    return story;
  };
  const now = () => frame(recording, frameCount(recording) - 1).world.now;
  const story: RecordedStory = {
    get recording() {
      return recording;
    },
    does: (command) => {
      since = recording.line.run.happenings.length;
      recording = act(recording, lastStory(recording), command);
      return story;
    },
    until: (type, fields = {}) =>
      goOnUntil(type, () =>
        recording.line.run.happenings.slice(since).some(({ event }) => isLike(event, type, fields)),
      ),
    waits: (ms) => {
      const end = now() + ms;
      return goOnUntil(`${ms} ms`, () => now() >= end);
    },
  };
  return story;
}
