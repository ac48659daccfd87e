import { FIGURE_IDS } from '../../src/lessons/loadScene';
import { LESSON_IDS } from '../../src/lessons/loadLesson';
import { PARAMETERS } from '../../src/share/parameters';

/** What a build publishes for others to show. */
const PUBLISHED = ['index.html', 'embed.html', 'highwater.html', 'kafka-replication.js'];

/** A file of an example, from the root of the repository. */
interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

/** What a reader would meet who follows this text: an address or a parameter that leads nowhere. */
export function wrongNames({ path, text }: ExampleFile, posters: readonly string[]) {
  const files = matches(text, /highwater\/([\w.-]+\.(?:html|js))/g).filter(
    (file) => !PUBLISHED.includes(file),
  );
  const pictures = matches(text, /highwater\/posters\/([\w.-]+)/g).filter(
    (file) => !posters.includes(file),
  );
  const asked = queriesIn(text).flatMap((query) => [...new URLSearchParams(query)]);
  const wrong = [...asked, ...attributesIn(text)].filter(([name, value]) => !means(name, value));
  return [
    ...files.map((file) => `${path}: a build makes no ${file}`),
    ...pictures.map((file) => `${path}: there is no picture ${file}`),
    ...wrong.map(([name, value]) => `${path}: ${name} cannot be “${value}”`),
  ];
}

/** The fenced blocks of a document that say which file they are from. */
export function quotedBlocks(text: string): readonly ExampleFile[] {
  return [...text.matchAll(/^`(examples\/[^`]+)`:\n\n```\w+\n([^]*?)\n```$/gm)].map(
    ([, path = '', quoted = '']) => ({ path, text: quoted }),
  );
}

/** Whether a file says this, wherever it stands in it and however far to the right. */
export function says(file: string, quoted: string): boolean {
  return evenly(file).includes(evenly(quoted));
}

function evenly(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every query by which a page of ours is asked for something. */
function queriesIn(text: string): readonly string[] {
  return [
    ...matches(text, /highwater\/(?:[\w.-]+\.html)?\?([^"'`)\s]+)/g),
    ...matches(text, /\bshow="([^"]+)"/g),
  ].map((query) => query.replaceAll('&amp;', '&'));
}

/** The attributes of the elements, but for those that every element has. */
function attributesIn(text: string): readonly (readonly [string, string])[] {
  const tags = matches(text, /<(?:kafka-replication|KafkaFigure)\s([^>]*)>/g);
  return tags
    .flatMap((tag) => [...tag.matchAll(/([\w-]+)="([^"]*)"/g)])
    .map(([, name = '', value = '']) => [name, value] as const)
    .filter(([name]) => !['class', 'title', 'alt'].includes(name));
}

function means(name: string, value: string): boolean {
  if (name === 'scene') return FIGURE_IDS.some((id) => id === value);
  if (name === 'lesson') return LESSON_IDS.includes(value);
  const found = Object.entries(PARAMETERS).find(([known]) => known === name);
  return found !== undefined && found[1].read(value) !== null;
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, first = '']) => first);
}
