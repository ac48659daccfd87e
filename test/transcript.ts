import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Event } from '../src/sim/event';
import { explain } from '../src/sim/explain';
import { weightOf } from '../src/sim/weight';
import type { Cluster } from './cluster';

const FOLDER = join(import.meta.dirname, 'scenarios', 'golden');

/** What is told of a cluster's life so far: a time stamp and the sentences that people read. */
function transcriptOf({ history }: Cluster): string {
  const told = history.filter(({ event }) => weightOf(event) === 'told');
  return told.map(({ at, event }) => `${stamp(at)}  ${sentencesOf(event)}\n`).join('');
}

// What and why in full, the rule that it rests on below.
function sentencesOf(event: Event): string {
  const { what, why, rule, simplification } = explain(event);
  const indent = ' '.repeat(13);
  const mark = simplification ? ` [${simplification}]` : '';
  return `${what}\n${indent}${why}\n${indent}(${rule})${mark}`;
}

/**
 * Compares a cluster's transcript with the one that was reviewed. With UPDATE_GOLDEN=1 it is
 * written instead, to be reviewed as a diff.
 */
export function expectTranscript(name: string, cluster: Cluster): void {
  const path = join(FOLDER, `${name}.txt`);
  const text = transcriptOf(cluster);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path))
    throw new Error(`No transcript ${name}.txt yet: UPDATE_GOLDEN=1 writes it.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

// Seconds and milliseconds, so that a column of them can be read down.
function stamp(at: number): string {
  const seconds = Math.floor(at / 1000);
  const rest = String(at % 1000).padStart(3, '0');
  return `${seconds}.${rest} s`.padStart(11);
}
