import type { StoreApi } from 'zustand/vanilla';
import { parseLink } from '../share/link/linkText';
import type { HighwaterState } from '../store/state';
import { notOpened, type Opened, openRun, type Opening } from './openRun';

/** Opens the run that stands behind `#r=`. Never fails: what was there is kept, and why is said. */
export async function openLink(
  store: StoreApi<HighwaterState>,
  text: string,
  opening: Opening,
): Promise<Opened> {
  const parsed = await parseLink(text);
  if ('problems' in parsed) return notOpened('The link', parsed.problems);
  return openRun(store, 'The link', parsed.run, opening);
}
