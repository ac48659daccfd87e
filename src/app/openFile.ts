import type { StoreApi } from 'zustand/vanilla';
import { parseLink } from '../share/link/linkText';
import { parseScenario } from '../share/parseScenario';
import { scenarioInFile } from '../share/take/scenarioInFile';
import { partitionId } from '../sim/ids';
import { pageProblems } from '../sim/settingsProblems';
import type { HighwaterState } from '../store/state';
import { notOpened, type Opened, openRun, type Opening } from './openRun';

/** Bytes of a file that is read: a picture with a run in it is the largest. */
const FILE_MAX = 64_000_000;
/** Bytes of a scenario. */
const SCENARIO_MAX = 2_000_000;
/** Characters of its name that are said. */
const NAME_MAX = 60;

/**
 * Opens the run of a scenario file, or the one that a picture carries. Never fails: what was there
 * is kept, and everything that is wrong is said with its place.
 */
export async function openFile(
  store: StoreApi<HighwaterState>,
  file: File,
  opening: Opening,
): Promise<Opened> {
  const what = `“${file.name.slice(0, NAME_MAX)}”`;
  const bytes = await bytesOf(file);
  const carried = bytes && scenarioInFile(bytes);
  if (carried && LINK.test(carried)) {
    const linked = await parseLink(carried);
    if ('problems' in linked) return notOpened(what, linked.problems);
    return openRun(store, what, linked.run, opening);
  }
  const text = carried ?? textOf(bytes);
  if (!carried && isPicture(file)) return notOpened(what, ['This picture holds no run.']);
  if (text === null) return notOpened(what, ['It is no scenario file, and no picture with a run.']);
  const parsed = parseScenario(text);
  if ('problems' in parsed) return notOpened(what, parsed.problems);
  const { scenario } = parsed.file;
  const { settings } = scenario;
  const problems = pageProblems(settings).map(
    ({ field, because }) => `settings.${field}: ${because}`,
  );
  if (problems.length > 0) return notOpened(what, problems);
  const partition = partitionId(settings.topic, 0);
  const { isSpaceTimeShown, panel } = store.getState();
  const looks = { partition, isSpaceTimeShown, panel, selected: null, inLesson: null };
  return openRun(store, what, { scenario, frames: 1, moment: 0, sum: null, ...looks }, opening);
}

/** By what the system takes it for, or by its name. */
function isPicture({ type, name }: File): boolean {
  return type.startsWith('image/') || /\.(svg|png|gif|jpe?g|webp)$/i.test(name);
}

/** How a run begins that a picture carries as a link does, with its moment. */
const LINK = /^\d/;

async function bytesOf(file: File): Promise<Uint8Array | null> {
  if (file.size > FILE_MAX) return null;
  return new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer()));
}

/** The scenario that a file holds, not looked at yet; null when it holds none. */
function textOf(bytes: Uint8Array | null): string | null {
  if (bytes === null || bytes.length > SCENARIO_MAX) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
