import { describe, expect, it, vi } from 'vitest';
import type { Command } from '../sim/command';
import { DEFAULT_SETTINGS } from '../sim/config';
import * as simulation from '../sim/step';
import {
  branchesOf,
  clusterTimeAt,
  frameCount,
  lastStory,
  toldMoments,
} from '../timeline/recording';
import { runningStore } from '../../test/runningStore';
import { isAtSettledEnd, lastToldBefore, worldOf } from './selectors';

vi.mock(import('../sim/step'), { spy: true });

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};
const crash: Command = { type: 'crashBroker', broker: 1 };
const needless: Command = { type: 'startBroker', broker: 1 };
const SCREEN_SECONDS = 1 / 60;

describe('a new instance', () => {
  it('stands still until touched', () => {
    const { store } = instance();
    const before = store.getState();
    expect(before).toMatchObject({ playhead: 0, frameIndex: 0, playing: false, failure: null });
    before.advance(5);
    expect(store.getState()).toBe(before);
    expect(lastToldBefore(before)).toBeNull();
  });

  it('shares nothing with another', () => {
    const one = instance();
    const other = instance();
    one.state().act(produce);
    one.state().advance(1);
    expect(other.state()).toMatchObject({ playhead: 0, playing: false });
  });
});

describe('an action', () => {
  it('plays on until the cluster has settled, and stops exactly there', () => {
    const { state, playOut } = instance();
    expect(state().act(produce)).toBeNull();
    expect(state().playing).toBe(true);
    playOut();
    expect(state().playing).toBe(false);
    expect(state().playhead).toBe(lastStory(state().recording));
    expect(isAtSettledEnd(state())).toBe(true);
    expect(branchesOf(state().recording)).toHaveLength(1);
  });

  it('that would change nothing is refused, and nothing happens', () => {
    const { store, state } = instance();
    const before = store.getState();
    expect(before.act(needless)).toEqual(before.refusalOf(needless));
    expect(before.refusalOf(needless)?.because).toBeTruthy();
    expect(before.refusalOf(produce)).toBeNull();
    expect(state()).toBe(before);
  });

  it('while playing goes on in the same branch, at the same moment of cluster time', () => {
    const { state } = instance();
    state().act(produce);
    for (let count = 0; count < 50; count += 1) state().advance(SCREEN_SECONDS);
    const before = timeOf(state());
    state().act(crash);
    expect(timeOf(state())).toBeCloseTo(before, 9);
    expect(branchesOf(state().recording)).toHaveLength(1);
  });

  it('in the past opens a branch, and the old one can be gone back to', () => {
    const { state, playOut } = instance();
    state().act(produce);
    playOut();
    const { recording } = state();
    state().seek(1);
    const before = timeOf(state());
    state().act(crash);
    expect(timeOf(state())).toBeCloseTo(before, 9);
    playOut();
    expect(branchesOf(state().recording)).toHaveLength(2);
    state().switchBranch(1);
    expect(frameCount(state().recording)).toBe(frameCount(recording));
    expect(state().playing).toBe(false);
  });

  it('in a quiet stretch does not move the clock either', () => {
    const { state } = instance();
    state().act(crash);
    for (let count = 0; count < 10; count += 1) {
      state().advance(0.73);
      const before = timeOf(state());
      state().act(produce);
      expect(timeOf(state())).toBeCloseTo(before, 9);
    }
    expect(branchesOf(state().recording)).toHaveLength(1);
  });

  it('jumps to what is told next when the instance does not play by itself', () => {
    const { state } = instance();
    state().setPlaysByItself(false);
    state().act(crash);
    expect(state().playing).toBe(false);
    expect(lastToldBefore(state())?.events).toMatchObject([{ type: 'brokerCrashed', broker: 1 }]);
  });
});

describe('the transport', () => {
  it('moves the playhead by the seconds it is told, times the speed', () => {
    const { state } = instance();
    state().act(produce);
    state().advance(0.25);
    expect(state().playhead).toBeCloseTo(0.25, 6);
    state().setSpeed(2);
    state().advance(0.25);
    expect(state().playhead).toBeCloseTo(0.75, 6);
    state().togglePlay();
    state().advance(1);
    expect(state().playhead).toBeCloseTo(0.75, 6);
  });

  it('goes on in idle time when play is pressed at a settled end, until it is paused', () => {
    const { state } = instance();
    state().play();
    for (let count = 0; count < 20; count += 1) state().advance(0.1);
    expect(state().playing).toBe(true);
    expect(state().playhead).toBeCloseTo(2, 6);
    state().pause();
    expect(state()).toMatchObject({ playing: false, idlesUntil: null });
  });

  it('comes to rest when it has been left idling for long', () => {
    const { store, state, playOut } = instance();
    state().play();
    expect(state().idlesUntil).toBe(120);
    store.setState({ idlesUntil: 1 });
    playOut();
    expect(state().playhead).toBeGreaterThan(0.9);
    expect(state().playhead).toBeLessThan(2);
    expect(isAtSettledEnd(state())).toBe(true);
  });

  it('stops at the settled end when played from the past', () => {
    const { state, playOut } = instance();
    state().act(produce);
    playOut();
    state().toStart();
    expect(state()).toMatchObject({ playhead: 0, playing: false });
    state().togglePlay();
    expect(state().idlesUntil).toBeNull();
    playOut();
    expect(state().playhead).toBe(lastStory(state().recording));
  });

  it('steps from told moment to told moment and at last to the end', () => {
    const { state } = instance();
    state().act(crash);
    const visited: number[] = [];
    do {
      state().stepForward();
      visited.push(state().playhead);
    } while (!isAtSettledEnd(state()));
    const told = toldMoments(state().recording).map(({ story }) => story);
    expect(visited).toEqual([...told, lastStory(state().recording)]);
    expect(state().playing).toBe(false);
    state().stepForward();
    expect(state().playhead).toBe(visited.at(-1));
  });

  it('shows deeply equal worlds on the way back and forward again', () => {
    const { state } = instance();
    state().act(crash);
    const forward = [worldOf(state())];
    while (!isAtSettledEnd(state())) {
      state().stepForward();
      forward.push(worldOf(state()));
    }
    const back = [worldOf(state())];
    while (state().playhead > 0) {
      state().stepBack();
      back.unshift(worldOf(state()));
    }
    expect(back).toEqual(forward);
    const again = [worldOf(state())];
    while (!isAtSettledEnd(state())) {
      state().stepForward();
      again.push(worldOf(state()));
    }
    expect(again).toEqual(forward);
  });

  it('seeks within what is recorded, and pauses', () => {
    const { state, playOut } = instance();
    state().act(produce);
    playOut();
    const end = lastStory(state().recording);
    state().play();
    state().seek(end + 100);
    expect(state()).toMatchObject({ playhead: end, playing: false });
    state().seek(NaN);
    expect(state().playhead).toBe(0);
    state().seek(1);
    state().seek(-1);
    expect(state()).toMatchObject({ playhead: 0, frameIndex: 0 });
    state().toEnd();
    expect(state().playhead).toBe(end);
  });
});

describe('a new cluster', () => {
  it('begins at rest, keeping the speed', () => {
    const { state } = instance();
    state().setSpeed(4);
    state().act(produce);
    state().advance(1);
    const settings = { ...DEFAULT_SETTINGS, topic: 'payments', partitions: 2 };
    expect(state().newCluster(settings)).toEqual([]);
    expect(state()).toMatchObject({ playhead: 0, playing: false, speed: 4 });
    expect(state().selectedPartition).toBe('payments-0');
    expect(worldOf(state()).settings).toEqual(settings);
  });

  it('with problems is refused, and the run is unharmed', () => {
    const { state } = instance();
    const before = state();
    const problems = before.newCluster({ ...DEFAULT_SETTINGS, replicationFactor: 4 });
    expect(problems).toMatchObject([{ field: 'replicationFactor' }]);
    expect(state()).toBe(before);
  });
});

describe('an error of the simulation', () => {
  it('while playing pauses, is told, and loses nothing', () => {
    const { state, playOut } = instance();
    state().act(produce);
    state().advance(1);
    const { recording, playhead } = state();
    failOnce();
    state().advance(100);
    expect(state()).toMatchObject({ recording, playhead, playing: false });
    expect(state().failure?.message).toBe('Offset 3 does not follow log end 2.');
    expect(state().failure?.stack).toContain('Offset 3');
    state().play();
    playOut();
    expect(state().failure).toBeNull();
    expect(isAtSettledEnd(state())).toBe(true);
  });

  it('while acting leaves the run without the command', () => {
    const { state } = instance();
    const { recording } = state();
    failOnce();
    state().act(produce);
    expect(state()).toMatchObject({ recording, playhead: 0, playing: false });
    expect(state().failure).not.toBeNull();
  });
});

function instance() {
  const store = runningStore();
  const state = store.getState;
  const playOut = () => {
    for (let count = 0; state().playing; count += 1) {
      if (count > 60_000) throw new Error('It plays for more than 1 000 seconds.');
      state().advance(SCREEN_SECONDS);
    }
  };
  return { store, state, playOut };
}

function timeOf(state: ReturnType<ReturnType<typeof instance>['state']>): number {
  return clusterTimeAt(state.recording, state.playhead);
}

function failOnce(): void {
  vi.mocked(simulation.step).mockImplementationOnce(() => {
    throw new Error('Offset 3 does not follow log end 2.');
  });
}
