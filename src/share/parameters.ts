import type { Settings } from '../sim/config';
import { readSettings } from './readSettings';
import type { Problem } from './shape';
import { SPEEDS } from './speeds';
import { STEP_MAX, stepIn } from './step';

/** How much of the page there is. */
export type Ui = 'full' | 'stage' | 'steps';

/** What a reader may not touch. */
export type Lock = 'commands' | 'settings' | 'time' | 'speed' | 'lessons' | 'theme';

/**
 * What a page is asked for from outside: by the query of its address, or by the attributes of the
 * custom element. Null where nothing is asked.
 */
export interface Parameters {
  readonly scene: string | null;
  readonly lesson: string | null;
  readonly step: number | null;
  readonly settings: Partial<Settings> | null;
  readonly speed: number;
  readonly ui: Ui;
  readonly lock: readonly Lock[];
  readonly theme: 'light' | 'dark' | 'system' | null;
  readonly profile: 'standard' | 'projector' | null;
  readonly links: 'show' | 'hide';
}

/** One of the public parameters: all that is known of it. */
export interface Parameter<Value> {
  /** What may be written; ends the sentence `It can be …`. */
  readonly values: string;
  readonly byDefault: Value;
  /** The default in words; ends the sentence `It is taken as …`. */
  readonly otherwise: string;
  readonly meaning: string;
  /** The value of what was written; null when it is none. */
  readonly read: (written: string) => { readonly value: Value } | null;
}

type Table = { readonly [Name in keyof Parameters]: Parameter<Parameters[Name]> };

const LOCKS: readonly Lock[] = ['commands', 'settings', 'time', 'speed', 'lessons', 'theme'];
const UIS: readonly Ui[] = ['full', 'stage', 'steps'];
const THEMES = ['light', 'dark', 'system'] as const;
const PROFILES = ['standard', 'projector'] as const;
const LINKS = ['show', 'hide'] as const;

const NAME = /^\w{1,40}$/;

/** The public parameters: parsing, the table of the documentation and attributes come from here. */
export const PARAMETERS: Table = {
  scene: {
    values: 'the name of a scene',
    ...nothing('no scene'),
    meaning: 'A prepared cluster, at rest and ready to play.',
    read: readName,
  },
  lesson: {
    values: 'the name of a lesson',
    ...nothing('no lesson'),
    meaning: 'A lesson. Where a scene is asked for too, the scene is shown.',
    read: readName,
  },
  step: {
    values: `a whole number from 0 to ${STEP_MAX}`,
    ...nothing('the beginning'),
    meaning: 'Where the lesson begins, or how many events of the scene have happened.',
    read: (written) => {
      const value = stepIn(written);
      return value === null ? null : { value };
    },
  },
  settings: {
    values: 'settings like `brokers:5,acks:1`, or an object in JSON',
    ...nothing('the settings of the opening cluster'),
    meaning: 'A new cluster with these settings, where neither a scene nor a lesson is asked for.',
    read: (written) => {
      const value = readSettings(written);
      return value && { value };
    },
  },
  speed: {
    values: inWords(SPEEDS),
    byDefault: 1,
    otherwise: '1',
    meaning: 'How fast the story plays.',
    read: (written) => {
      const speed = SPEEDS.find((each) => String(each) === written);
      return speed === undefined ? null : { value: speed };
    },
  },
  ui: {
    values: inWords(UIS),
    byDefault: 'full',
    otherwise: 'the usual one of the page',
    meaning:
      'The whole page; or the stage, what is said of it and the playback; or the stage, what is ' +
      'said of it, back and next.',
    read: oneOf(UIS),
  },
  lock: {
    values: `one or more of ${inWords(LOCKS)}, with commas between them`,
    byDefault: [],
    otherwise: 'nothing locked',
    meaning: 'What a reader may not touch. A lesson can still be taken.',
    read: (written) => {
      const names = written.split(',').map((name) => name.trim());
      const value = LOCKS.filter((lock) => names.includes(lock));
      return value.length === new Set(names).size ? { value } : null;
    },
  },
  theme: {
    values: inWords(THEMES),
    ...nothing("the reader's choice, or the colours of the system"),
    meaning: 'The colours.',
    read: oneOf(THEMES),
  },
  profile: {
    values: inWords(PROFILES),
    ...nothing('standard'),
    meaning: 'For a screen on a desk or in a hand, or for a projector: larger and stronger.',
    read: oneOf(PROFILES),
  },
  links: {
    values: inWords(LINKS),
    byDefault: 'show',
    otherwise: 'show',
    meaning: 'Whether a page without its panels has a link to the whole page.',
    read: oneOf(LINKS),
  },
};

/** What was asked for, with the default for what was not, or was not understood. */
export interface Asked {
  readonly parameters: Parameters;
  /** One sentence for each that was not understood. */
  readonly problems: readonly Problem[];
}

/** The parameters in the query of an address. Never throws. */
export function parametersIn(query: string, usual: Partial<Parameters> = {}): Asked {
  const written = new URLSearchParams(query);
  const strangers = [...new Set(written.keys())].filter(isStrange);
  const asked = parametersFrom((name) => written.get(name), usual);
  const unknown = strangers.map((name) => `There is no parameter “${shortly(name)}”.`);
  return { ...asked, problems: [...unknown, ...asked.problems] };
}

/**
 * The parameters as something else has them written: null for one that it has not.
 *
 * @param usual what this page takes instead of some of the defaults
 */
export function parametersFrom(
  written: (name: keyof Parameters) => string | null,
  usual: Partial<Parameters> = {},
): Asked {
  const problems: Problem[] = [];
  const one = <Name extends keyof Parameters>(name: Name): Parameters[Name] => {
    const { read, values, byDefault, otherwise } = PARAMETERS[name];
    const text = written(name);
    const got = text === null ? null : read(text);
    if (got) return got.value;
    if (text !== null) {
      problems.push(
        `${name} cannot be “${shortly(text)}”. It can be ${values}. It is taken as ${otherwise}.`,
      );
    }
    return usual[name] ?? byDefault;
  };
  const parameters: Parameters = {
    scene: one('scene'),
    lesson: one('lesson'),
    step: one('step'),
    settings: one('settings'),
    speed: one('speed'),
    ui: one('ui'),
    lock: one('lock'),
    theme: one('theme'),
    profile: one('profile'),
    links: one('links'),
  };
  return { parameters, problems };
}

const SHOWN_MAX = 40;

/** What was written, not more of it than can be read at a glance. */
function shortly(written: string): string {
  return written.length > SHOWN_MAX ? `${written.slice(0, SHOWN_MAX)}…` : written;
}

/** Whether nobody knows it. What others count their visitors by is none of our business. */
function isStrange(name: string): boolean {
  return !Object.hasOwn(PARAMETERS, name) && !/^(utm_\w+|\wclid|fbclid|ref)$/.test(name);
}

function nothing(otherwise: string) {
  return { byDefault: null, otherwise };
}

function readName(written: string): { readonly value: string } | null {
  return NAME.test(written) ? { value: written } : null;
}

function oneOf<Value extends string>(values: readonly Value[]) {
  return (written: string): { readonly value: Value } | null => {
    const value = values.find((each) => each === written);
    return value === undefined ? null : { value };
  };
}

function inWords(values: readonly (string | number)[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
