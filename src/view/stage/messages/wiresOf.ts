import { pathData, type Route } from '../routes/route';
import type { RoutedSprite } from './routedSprite';
import type { Sprite } from './sprite';

/** How a wire is drawn, by what travels on it. */
export type Line = 'faint' | 'dashed' | 'dotted' | 'solid';

/** The ways of messages as path data, and the message by which each is drawn. */
export function wiresOf(routed: readonly RoutedSprite[]): ReadonlyMap<string, Sprite> {
  const wires = new Map<string, Sprite>();
  // A message in the foreground draws over a faint one on the same way.
  for (const { sprite, route } of routed.toSorted(byPresence)) wires.set(pathOf(route), sprite);
  return wires;
}

export function lineOf({ background, kind, partition }: Sprite): Line {
  if (background) return 'faint';
  if (kind === 'fetch') return 'dashed';
  return partition === null ? 'dotted' : 'solid';
}

// A way is asked for as long as a message is on it.
const paths = new WeakMap<Route, string>();

function pathOf(route: Route): string {
  const path = paths.get(route) ?? pathData(route);
  paths.set(route, path);
  return path;
}

function byPresence(a: RoutedSprite, b: RoutedSprite): number {
  return Number(b.sprite.background) - Number(a.sprite.background);
}
