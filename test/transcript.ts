import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { toldLine } from '../src/timeline/transcript';
import type { Cluster } from './cluster';

const FOLDER = join(import.meta.dirname, 'scenarios', 'golden');

/** What is told of a cluster's life so far: a time stamp and the sentences that people read. */
function transcriptOf({ history }: Pick<Cluster, 'history'>): string {
  return history
    .map(({ at, event }) => toldLine(at, event))
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Compares a cluster's transcript with the one that was reviewed. With UPDATE_GOLDEN=1 it is
 * written instead, to be reviewed as a diff.
 */
export function expectTranscript(name: string, cluster: Pick<Cluster, 'history'>): void {
  expectGolden(name, transcriptOf(cluster));
}

/** The same for any other text that people read. */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path))
    throw new Error(`No transcript ${name}.txt yet: UPDATE_GOLDEN=1 writes it.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
