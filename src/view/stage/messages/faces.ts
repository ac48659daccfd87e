import type { LookOf } from '../../lookOf';
import type { Inks, Surface } from './canvasOn';
import { paintFace, type Paints } from './paintFace';
import type { Sprite } from './sprite';
import { toneName } from './tone';

/** A face that is painted already, its middle in the middle. */
export interface Face {
  readonly bitmap: ImageBitmap;
  /** Of what is seen of it, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** On the bitmap around a face, in CSS pixels: there its ring is. */
export const FACE_MARGIN = 4;
/** Labels are never the same for long. */
const FACES_MAX = 400;

/** All that a face depends on beside its message. */
export interface FaceStyle {
  readonly tile: Paints['tile'];
  readonly lookOf: LookOf;
}

interface Known extends FaceStyle, Pick<Surface, 'ratio'> {
  /** Many messages look alike: each look is painted once. */
  readonly looks: Map<string, Face>;
  readonly faces: WeakMap<Sprite, Face>;
}

const known = new WeakMap<Inks, Known>();

/** The face of a message, ready to be put in its place. */
export function faceOf(sprite: Sprite, style: FaceStyle, surface: Surface): Face {
  const { looks, faces, tile, lookOf, ratio } = knownFor(style, surface);
  const found = faces.get(sprite);
  if (found) return found;
  const { inks } = surface;
  const tone = inks.colourOf(toneName(sprite, lookOf));
  const key = [sprite.kind, sprite.label, sprite.background, tone].join(' ');
  if (looks.size > FACES_MAX) looks.clear();
  const face = looks.get(key) ?? painted(sprite, tone, { ...inks, tile }, ratio);
  looks.set(key, face);
  faces.set(sprite, face);
  return face;
}

/** Faces of another style are of no use any more. */
function knownFor({ tile, lookOf }: FaceStyle, { inks, ratio }: Surface): Known {
  const before = known.get(inks);
  const isSame = before?.tile === tile && before.lookOf === lookOf && before.ratio === ratio;
  if (isSame) return before;
  const next = { tile, lookOf, ratio, looks: new Map<string, Face>(), faces: new WeakMap() };
  known.set(inks, next);
  return next;
}

function painted(sprite: Sprite, tone: string, paints: Paints, ratio: number): Face {
  // As large as it has to be once that is known.
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  const paint = () => (context ? paintFace(context, sprite, tone, paints) : ([0, 0] as const));
  const [width, height] = paint();
  canvas.width = Math.ceil((width + 2 * FACE_MARGIN) * ratio);
  canvas.height = Math.ceil((height + 2 * FACE_MARGIN) * ratio);
  context?.setTransform(ratio, 0, 0, ratio, canvas.width / 2, canvas.height / 2);
  paint();
  return { bitmap: canvas.transferToImageBitmap(), width, height };
}
