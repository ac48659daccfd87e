/** What a text stands for, or where it stops being JSON. */
export type Parsed =
  | { readonly value: unknown }
  /** Reads: line 3, column 5: expected …. */
  | { readonly problem: string };

/** More than any scenario needs; without a limit a long row of brackets overflows the stack. */
const DEPTH_MAX = 100;

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** A text read as JSON. Never throws: engines word their errors differently, and few say where. */
export function parseJson(text: string): Parsed {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    return { problem: `${placeOf(text, deep)}: expected at most ${DEPTH_MAX} levels of brackets` };
  }
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { problem: problemIn(text) };
  }
}

/** Where brackets are nested too deeply, those in strings aside; null when nowhere. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isInString && character === '\\') at += 1;
    else if (character === '"') isInString = !isInString;
    else if (!isInString && (character === '[' || character === '{')) depth += 1;
    else if (!isInString && (character === ']' || character === '}')) depth -= 1;
    if (depth > DEPTH_MAX) return at;
  }
  return null;
}

class Expected extends Error {
  readonly at: number;
  readonly what: string;

  constructor(at: number, what: string) {
    super(what);
    this.at = at;
    this.what = what;
  }
}

function problemIn(text: string): string {
  try {
    const end = skip(text, valueFrom(text, skip(text, 0)));
    return `${placeOf(text, end)}: expected nothing more`;
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    return `${placeOf(text, error.at)}: expected ${error.what}`;
  }
}

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const end = at >= text.length ? ', the end of the text' : '';
  return `line ${before.length}, column ${column}${end}`;
}

/** Where a value that begins at a place ends. */
function valueFrom(text: string, at: number): number {
  if (text[at] === '{') return listFrom(text, at, '}', memberFrom);
  if (text[at] === '[') return listFrom(text, at, ']', valueFrom);
  const end = match(SCALAR, text, at) ?? match(STRING, text, at);
  if (end === null) throw new Expected(at, 'a value');
  return end;
}

function memberFrom(text: string, at: number): number {
  const end = match(STRING, text, at);
  if (end === null) throw new Expected(at, 'a name in double quotes');
  const colon = skip(text, end);
  if (text[colon] !== ':') throw new Expected(colon, '“:”');
  return valueFrom(text, skip(text, colon + 1));
}

function listFrom(
  text: string,
  start: number,
  close: string,
  itemFrom: (text: string, at: number) => number,
): number {
  let at = skip(text, start + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, itemFrom(text, at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Expected(at, `“,” or “${close}”`);
    at = skip(text, at + 1);
  }
}

function skip(text: string, at: number): number {
  return match(SPACE, text, at) ?? at;
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
