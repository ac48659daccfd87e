import { isTest, type Source } from './source';

/** A rule answers with one line for each breach in a file: where it is and what to do instead. */
export type Rule = (source: Source) => readonly string[];

const FILE_LINES_MAX = 300;
const LINE_LENGTH_MAX = 100;
const MEDIAN_LINES_MAX = 100;

export const fileIsShort: Rule = ({ path, text }) =>
  lineCount(text) > FILE_LINES_MAX
    ? [`${path} has ${lineCount(text)} lines: use one file per idea instead`]
    : [];

export const linesAreShort: Rule = ({ path, text }) =>
  matchingLines({ path, text }, (line) => line.length > LINE_LENGTH_MAX, 'is too long');

export const nameSaysWhatIsInside: Rule = ({ path }) =>
  /(^|\/)(utils?|helpers?|index)\.tsx?$/.test(path)
    ? [`${path}: use a file named after what it does instead; there are no barrels`]
    : [];

export const nothingIsPutOff: Rule = (source) =>
  matchingLines(source, (line) => /\b(TO[D]O|FIX[M]E|XX[X])\b/.test(line), 'puts work off');

/** What is read elsewhere must make sense elsewhere. */
export const nothingPointsOutside: Rule = (source) =>
  matchingLines(
    source,
    (line) =>
      /(^|[^\w.])\/(work|home|root|Users)\//.test(line) ||
      /\.\.\/shared\b/.test(line) ||
      /\bissues? #?\d/i.test(line),
    'speaks of something outside the repository: use the reason itself instead',
  );

/** A browser asks again with every change inside: of a large box that is a style for all of it. */
export const largeBoxesHaveNoHas: Rule = (source) =>
  source.path.endsWith('.css')
    ? matchingLines(
        source,
        (line) => /\.(page|figure|stageBox|panel|panelBody)\b[^\s>,{]*:has\(/.test(line),
        'asks a large box what is in it: use an attribute of the box instead',
      )
    : [];

/** Firefox draws stripes of mixed colours hardly at all, unless it is told how they blend. */
export const stripesSayHowTheyBlend: Rule = ({ path, text }) =>
  path.endsWith('.css')
    ? [...text.matchAll(/repeating-[^;]*/g)]
        .filter(([image]) => image.includes('color-mix(') && !image.includes('deg in srgb,'))
        .map(([image]) => `${path}: ${image} mixes colours: say “in srgb” after its angle`)
    : [];

/** A search that fails for one person fails for everybody. */
export const searchesNameTheirSeed: Rule = ({ path, text }) => {
  if (!text.includes("from 'fast-check'")) return [];
  const [searches, seeds] = [/\bassert\(/g, /\beffort\(|\bEFFORT,|\bseed\b/g].map(
    (each) => text.match(each)?.length ?? 0,
  );
  return (searches ?? 0) > (seeds ?? 0)
    ? [`${path} searches from a seed of its own each time: give it effort(…)`]
    : [];
};

/** The whole of src/sim: a breach names the median when half of its files are too long. */
export function medianIsSmall(sources: readonly Source[]): readonly string[] {
  const counts = sources
    .filter(({ path }) => path.startsWith('src/sim/') && !isTest(path))
    .map(({ text }) => lineCount(text))
    .toSorted((a, b) => a - b);
  const median = counts[Math.floor(counts.length / 2)] ?? 0;
  return median >= MEDIAN_LINES_MAX ? [`the median file of src/sim has ${median} lines`] : [];
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

function matchingLines({ path, text }: Source, isBreach: (line: string) => boolean, says: string) {
  return text
    .split('\n')
    .flatMap((line, at) => (isBreach(line) ? [`${path}:${at + 1} ${says}`] : []));
}
