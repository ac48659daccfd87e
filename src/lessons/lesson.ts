import type { Command } from '../sim/command';
import type { World } from '../sim/world';
import type { Facts, Predicate } from './facts';
import type * as lessonRun from './lessonRun';
import type { Scene } from './scene';
import type { UiWords } from './words/words';

/**
 * A lesson on one idea: steps that wait for the cluster, not for a clock. It is data: its words
 * lie in `words/`, by the ids of the lesson and of its steps.
 */
export interface Lesson {
  readonly id: string;
  /** Where it opens: on something that is about to go wrong. */
  readonly scene: Scene;
  readonly steps: readonly Step[];
  /** The list at its end, which ticks itself. */
  readonly goals: readonly Goal[];
  /** What may be done for the goals, besides what the last step allows. */
  readonly allowAtEnd: readonly CommandPattern[];
  /** Ids of the words that it explains. */
  readonly terms: readonly string[];
  /** Points in which the notes are simpler than Kafka and that this lesson names, 1 to 33. */
  readonly truths: readonly number[];
}

/** How a lesson is taken. */
export type LessonRules = typeof lessonRun;

/** A lesson as it is taken: with what stands on every one of them, in somebody's language. */
export interface SpokenLesson extends Lesson {
  readonly ui: UiWords;
  /** How one is taken: a page without a lesson has no need of it. */
  readonly rules: LessonRules;
}

/** One new idea. It ends when the cluster has come so far, and the learner goes on. */
export interface Step {
  readonly id: string;
  /** What the words are about: it is ringed on the stage. */
  readonly point?: readonly Spot[];
  /** What the learner can have done by pressing a button: once each, in this order. */
  readonly offers?: readonly Deed[];
  /** What else may be done in this step. All of it leaves a way to the end of the step. */
  readonly allow?: readonly CommandPattern[];
  readonly predict?: Prediction;
  /** Whether the step is over at a moment. Without one, reading it is enough. */
  readonly until?: Predicate;
  /** What the words of this step say about the cluster. */
  readonly claims: readonly Claim[];
}

/** A command, or how to find it in the world: the present leader crashes, whoever it is. */
export type Offer = Command | ((world: World) => Command);

/** Commands of one type that have certain fields; those left out may be anything. */
export type CommandPattern = {
  readonly [Type in Command['type']]: { readonly type: Type } & Partial<
    Extract<Command, { readonly type: Type }>
  >;
}[Command['type']];

/** Something on the stage: what a prediction picks, and what a step points at. */
export type Spot =
  | { readonly type: 'controller' }
  | { readonly type: 'broker'; readonly broker: number }
  | { readonly type: 'client'; readonly client: `producer-${number}` | `consumer-${number}` }
  | {
      readonly type: 'replica';
      readonly broker: number;
      readonly partition: `${string}-${number}`;
    }
  | {
      readonly type: 'cell';
      readonly broker: number;
      readonly partition: `${string}-${number}`;
      readonly offset: number;
    };

/** A question about what will happen, answered on the picture before it does. */
export interface Prediction {
  /** What can be picked; each has a word in the step's `choices`. */
  readonly choices: readonly Choice[];
  /** Keys of the choices that were right, asked when the step is over. At least one. */
  readonly right: (facts: Facts) => readonly string[];
}

/** One answer. Those without a spot are picked from the list only. */
export interface Choice {
  readonly key: string;
  readonly spot: Spot | null;
}

/** What a sentence says about the cluster, so that a test can hold it to that. */
export interface Claim {
  /** A piece of the step's words. */
  readonly says: string;
  /** When it is so: as the step begins, or when it is over. */
  readonly at: 'start' | 'end';
  readonly holds: Predicate;
}

/** Something for the learner to bring about. Once reached it stays so. */
export interface Goal {
  readonly id: string;
  readonly reached: Predicate;
  /** One way to reach it, from the end of the lesson or from the goal before it. */
  readonly way: readonly Deed[];
}

/**
 * What is done on the way to an end: when all has settled, or as soon as something is so; what has
 * happened since then means since the deed before.
 */
export type Deed = Offer | { readonly when: Predicate; readonly offer: Offer };
