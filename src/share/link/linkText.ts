import { parseJson } from '../parseJson';
import type { Problem } from '../shape';
import type { LinkedRun } from './linkedRun';
import { INFLATED_MAX, LINK_MAX } from './linkLimits';
import { packedRun, type UnpackedRun, unpackedRun } from './packRun';
import { squeezed, unsqueezed } from './squeeze';

/** What every link begins with that this version makes and reads. */
const VERSION = '1';

/** A run as it stands behind `#r=`. */
export async function linkText(run: LinkedRun): Promise<string> {
  return `${VERSION}.${await squeezed(JSON.stringify(packedRun(run)))}`;
}

/**
 * The run that stands behind `#r=`, or what is wrong with it. Never fails, whatever the text: it
 * comes from anybody.
 */
export async function parseLink(text: string): Promise<UnpackedRun> {
  if (text.length > LINK_MAX) return wrong(`It is longer than ${LINK_MAX} characters.`);
  const [, version, body = ''] = /^(\d{1,4})\.(.*)$/s.exec(text) ?? [];
  if (version === undefined) return wrong('It does not begin with the number of a version.');
  if (version !== VERSION)
    return wrong(`It is of version ${version}, and this page reads version ${VERSION}.`);
  if (!('DecompressionStream' in globalThis)) return wrong('This browser is too old to read it.');
  try {
    const parsed = parseJson(await unsqueezed(body, INFLATED_MAX));
    return 'problem' in parsed ? wrong(DAMAGED) : unpackedRun(parsed.value);
  } catch (error) {
    return wrong(error instanceof RangeError ? TOO_LARGE : DAMAGED);
  }
}

const DAMAGED = 'It is damaged, or only a part of it.';
const TOO_LARGE = `It holds more than ${INFLATED_MAX} bytes.`;

function wrong(problem: Problem): UnpackedRun {
  return { problems: [problem] };
}
