import type { LookOf } from '../../lookOf';
import type { Inks, Surface } from './canvasOn';
import { paintFace, type Paints } from './paintFace';
import type { Sprite } from './sprite';
import { toneName } from './tone';

/** A face that is painted already, its middle in the middle. */
export interface Face {
  readonly bitmap: HTMLCanvasElement;
  /** Of what is seen of it, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** On the bitmap around a face, in CSS pixels: there its ring is. */
export const FACE_MARGIN = 4;
/** Labels are never the same for long. */
const FACES_MAX = 400;

/** Many messages look alike: each look is painted once for a theme and a size. */
const known = new WeakMap<Inks, Map<string, Face>>();

/** The face of a message, ready to be put in its place. */
export function faceOf(
  sprite: Sprite,
  lookOf: LookOf,
  tile: Paints['tile'],
  { inks, ratio }: Pick<Surface, 'inks' | 'ratio'>,
): Face {
  const { kind, label, background } = sprite;
  const tone = inks.colourOf(toneName(sprite, lookOf));
  const faces = known.get(inks) ?? new Map<string, Face>();
  known.set(inks, faces);
  const key = [kind, label, background, tone, ratio, ...Object.values(tile)].join(' ');
  if (faces.size > FACES_MAX) faces.clear();
  const face = faces.get(key) ?? painted(sprite, tone, { ...inks, tile }, ratio);
  faces.set(key, face);
  return face;
}

function painted(sprite: Sprite, tone: string, paints: Paints, ratio: number): Face {
  const bitmap = document.createElement('canvas');
  const context = bitmap.getContext('2d');
  if (!context) return { bitmap, width: 0, height: 0 };
  const [width, height] = paintFace(context, sprite, tone, paints);
  bitmap.width = Math.ceil((width + 2 * FACE_MARGIN) * ratio);
  bitmap.height = Math.ceil((height + 2 * FACE_MARGIN) * ratio);
  context.setTransform(ratio, 0, 0, ratio, bitmap.width / 2, bitmap.height / 2);
  paintFace(context, sprite, tone, paints);
  return { bitmap, width, height };
}
