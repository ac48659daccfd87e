import { named, objectOf, oneOf, optional, type Rule, whole } from './shape';
import { STEP_MAX } from './step';

/** What a page around may ask of the one in its frame. */
export type HostMessage =
  | {
      readonly type: 'load';
      readonly scene?: string;
      readonly lesson?: string;
      readonly step?: number;
      /** What stands behind `#r=` in a link. */
      readonly run?: string;
    }
  /** Story seconds. */
  | { readonly type: 'seek'; readonly seconds: number }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'theme'; readonly theme: 'light' | 'dark' | 'system' };

/** A longer story takes too long to play up to its end. */
const SECONDS_MAX = 600;
const RUN = /^\d{1,4}\.[\w-]{1,16000}$/;

const NAME = named(/^\w{1,40}$/, 'failover');
const target = oneOf('highwater');

const RULES: { readonly [Type in HostMessage['type']]: Rule } = {
  load: objectOf({
    target,
    type: oneOf('load'),
    scene: optional(NAME),
    lesson: optional(NAME),
    step: optional(whole(0, STEP_MAX)),
    run: optional(named(RUN, 'what stands behind #r=')),
  }),
  seek: objectOf({ target, type: oneOf('seek'), seconds: between(0, SECONDS_MAX) }),
  step: objectOf({ target, type: oneOf('step'), by: oneOf(1, -1) }),
  theme: objectOf({ target, type: oneOf('theme'), theme: oneOf('light', 'dark', 'system') }),
};

/**
 * Fails with a sentence about the first thing that is wrong, where a method of the element is asked
 * for what no message may ask either.
 */
export function checkAsked(type: HostMessage['type'], asked: object): void {
  const [problem] = RULES[type]({ target: 'highwater', ...asked, type }, '');
  if (problem !== undefined) throw new TypeError(`${type}: ${problem}`);
}

/** Whether something that was received is a message of the right shape, and nothing more. */
export function isHostMessage(received: unknown): received is HostMessage {
  return Object.values(RULES).some((rule) => rule(received, '').length === 0);
}

function between(least: number, most: number): Rule {
  const fits = (value: unknown) => typeof value === 'number' && value >= least && value <= most;
  return (value, place) => (fits(value) ? [] : [`${place}: expected ${least} to ${most}`]);
}
