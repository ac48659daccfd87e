import type { Engine } from '../timeline/engine';

/** Fetches what runs the simulation. Fails when there is no connection. */
export async function loadEngine(): Promise<Engine> {
  const { engine } = await import('../timeline/engine');
  return engine;
}
