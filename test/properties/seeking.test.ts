import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/sim/command';
import type { Event } from '../../src/sim/event';
import { runningStore } from '../runningStore';
import type { HighwaterState } from '../../src/store/state';
import { openingScenario } from '../../src/timeline/openingScenario';
import { extend, record } from '../../src/timeline/recorder';
import {
  branchesOf,
  clusterTimeAt,
  frame,
  frameAt,
  frameCount,
  lastStory,
  type Recording,
  recentEvents,
  scenarioOf,
  toldMoments,
} from '../../src/timeline/recording';
import { effort } from './effort';

type Deed = (state: HighwaterState) => void;

const EFFORT = effort(40, 1_000);
const EFFECT_SECONDS = 0.8;
const opening = openingScenario();

const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const broker = fc.integer({ min: 1, max: 3 });
const command = fc.oneof(
  fc.constantFrom(null, 'k').map((key): Command => {
    return { type: 'produce', producer: 'producer-1', partition: null, key, value: 'x' };
  }),
  broker.map((broker): Command => ({ type: 'crashBroker', broker })),
  broker.map((broker): Command => ({ type: 'startBroker', broker })),
);
const button = fc.constantFrom<Deed>(
  ({ stepForward }) => stepForward(),
  ({ stepBack }) => stepBack(),
  ({ togglePlay }) => togglePlay(),
  ({ toEnd }) => toEnd(),
);
const deed = fc.oneof(
  { weight: 4, arbitrary: command.map(acting) },
  { weight: 4, arbitrary: share.map(playingOn) },
  { weight: 2, arbitrary: fc.tuple(share, command).map(actingInThePast) },
  { weight: 1, arbitrary: share.map(seeking) },
  { weight: 2, arbitrary: share.map(switchingBranch) },
  { weight: 2, arbitrary: button },
);
const script = fc
  .tuple(command, fc.array(deed, { minLength: 3, maxLength: 12, size: 'max' }))
  .map(([first, others]): readonly Deed[] => [acting(first), ...others]);

describe('whatever a person does', () => {
  it('the run is exactly what its scenario says', () => {
    fc.assert(
      fc.property(script, (script) => {
        const { recording } = after(script).getState();
        const again = recordedAgain(recording);
        expect(frameCount(again)).toBe(frameCount(recording));
        expect(someFramesOf(again)).toEqual(someFramesOf(recording));
      }),
      EFFORT,
    );
  });

  it('a moment is the same picture however one comes to it', () => {
    fc.assert(
      fc.property(script, share, share, (script, there, detour) => {
        const store = after(script);
        const story = momentIn(store.getState(), there);
        store.getState().seek(story);
        const picture = pictureOf(store.getState());
        store.getState().seek(momentIn(store.getState(), detour));
        playUpTo(store.getState, story);
        store.getState().seek(story);
        expect(pictureOf(store.getState())).toEqual(picture);
        const { recording } = store.getState();
        expect(frameAt(recordedAgain(recording), story)).toEqual(picture.frame);
      }),
      EFFORT,
    );
  });

  it('what was recorded stays as it was', () => {
    fc.assert(
      fc.property(script, script, (script, more) => {
        const store = after(script);
        const { recording } = store.getState();
        const before = someFramesOf(recording);
        const told = toldMoments(recording);
        for (const deed of more) deed(store.getState());
        expect(someFramesOf(recording)).toEqual(before);
        expect(toldMoments(recording)).toEqual(told);
      }),
      EFFORT,
    );
  });

  it('the scripts reach what these promises are about', () => {
    const recordings = fc
      .sample(script, { numRuns: 100, seed: 1 })
      .map((script) => after(script).getState().recording);
    const branched = recordings.filter((recording) => branchesOf(recording).length > 1);
    const told = new Set(
      recordings.flatMap(toldMoments).flatMap(({ events }) => events.map(typeOf)),
    );
    expect(branched.length).toBeGreaterThan(10);
    expect([...told]).toEqual(
      expect.arrayContaining(['recordsAcknowledged', 'brokerCrashed', 'leaderElected']),
    );
  });

  it('story time goes on whenever cluster time does', () => {
    fc.assert(
      fc.property(script, (script) => {
        const frames = framesOf(after(script).getState().recording);
        for (const [index, { story, world }] of frames.slice(1).entries()) {
          expect(story).toBeGreaterThan(frames[index]?.story ?? 0);
          expect(world.now).toBeGreaterThan(frames[index]?.world.now ?? 0);
        }
      }),
      EFFORT,
    );
  });
});

function acting(command: Command): Deed {
  return ({ act }) => void act(command);
}

function playingOn(share: number): Deed {
  return ({ advance }) => advance(3 * share);
}

function actingInThePast([share, command]: readonly [number, Command]): Deed {
  return (now) => {
    now.seek(momentIn(now, share));
    now.act(command);
  };
}

function seeking(share: number): Deed {
  return (now) => now.seek(momentIn(now, share));
}

function switchingBranch(share: number): Deed {
  return ({ recording, switchBranch }) =>
    switchBranch(Math.max(1, Math.ceil(share * branchesOf(recording).length)));
}

function after(script: readonly Deed[]) {
  const store = runningStore(opening);
  for (const deed of script) deed(store.getState());
  expect(store.getState().failure).toBeNull();
  return store;
}

function typeOf({ type }: Event): Event['type'] {
  return type;
}

function framesOf(recording: Recording) {
  return Array.from({ length: frameCount(recording) }, (_, index) => frame(recording, index));
}

/** Enough to see a difference: a world follows from the one before it. */
function someFramesOf(recording: Recording) {
  return framesOf(recording).filter(({ index }) => index % 16 === 0 || isLast(recording, index));
}

function isLast(recording: Recording, index: number): boolean {
  return index + 1 === frameCount(recording);
}

function recordedAgain(recording: Recording): Recording {
  return extend(record(scenarioOf(recording)), lastStory(recording), { throughRest: true });
}

function momentIn({ recording }: HighwaterState, share: number): number {
  return share * lastStory(recording);
}

function playUpTo(getState: () => HighwaterState, story: number): void {
  getState().play();
  while (getState().playing && getState().playhead < story) {
    getState().advance(Math.min(0.3, story - getState().playhead));
  }
}

/** All that the stage may draw from. */
function pictureOf({ recording, playhead }: HighwaterState) {
  return {
    frame: frameAt(recording, playhead),
    clusterTime: clusterTimeAt(recording, playhead),
    recent: recentEvents(recording, playhead, EFFECT_SECONDS),
  };
}
