import type { Settings } from '../sim/config';
import { someSettings } from './settingsRule';

/** Longer than all settings together need. */
const LENGTH_MAX = 2_000;

/**
 * Settings as an address has them: `brokers:5,acks:1`, or an object in JSON, which can also hold
 * racks and latencies. Null when they are none. Whether a cluster can have them is not asked here.
 */
export function readSettings(written: string): Partial<Settings> | null {
  if (written.length > LENGTH_MAX) return null;
  const value = written.startsWith('{') ? fromJson(written) : fromPairs(written);
  return areSettings(value) ? value : null;
}

function areSettings(value: unknown): value is Partial<Settings> {
  return someSettings(value, '').length === 0;
}

function fromJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function fromPairs(written: string): unknown {
  const pairs = written.split(',').map((pair) => {
    const [field = '', value = ''] = pair.split(/:(.*)/s);
    return [field.trim(), valueOf(value.trim())];
  });
  return Object.fromEntries(pairs);
}

function valueOf(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  return /^\d+$/.test(written) ? Number(written) : written;
}
