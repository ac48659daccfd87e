import { shareOfWay } from '../../../sim/flight';
import type { Link } from '../../../sim/network';
import type { Point } from '../layout/geometry';
import { directionAt } from '../routes/route';
import { type Surface, wipe } from './canvasOn';
import { isCut } from './cutWays';
import { FACE_MARGIN, faceOf, type FaceStyle } from './faces';
import type { RoutedSprite } from './routedSprite';
import { spritePlace } from './spritePlace';
import { toneName } from './tone';

/** Messages as a canvas shows them. */
export interface Painted extends FaceStyle {
  readonly routed: readonly RoutedSprite[];
  readonly cutLinks: readonly Link[];
  /** The message that is looked at. */
  readonly picked: number | null;
  readonly reducedMotion: boolean;
}

/** Of what carries nothing new, as of its element. */
const FAINT = 0.6;
/** Of the outline around what is picked, and the gap within it. */
const [OUTLINE, GAP] = [3, 3];
const CORNER = 9;
/** Where what does not move shows whither it goes, from its middle. */
const HEADING = [20, -6, 29, 0, 20, 6] as const;

/** Where a message stands at a moment of the cluster's clock. */
export function placeOf(
  routed: RoutedSprite,
  now: number,
  painted: Pick<Painted, 'cutLinks' | 'reducedMotion'>,
): Point {
  const { sprite } = routed;
  const progress = painted.reducedMotion ? 0.5 : shareOfWay(sprite, now);
  return spritePlace(routed, progress, isCut(painted.cutLinks, sprite));
}

/** Paints every message in its place. */
export function paintMessages(surface: Surface, painted: Painted, now: number): void {
  const { context } = surface;
  wipe(surface);
  for (const each of painted.routed)
    paintMessage(surface, painted, each, placeOf(each, now, painted));
  context.globalAlpha = 1;
}

function paintMessage(
  surface: Surface,
  painted: Painted,
  { sprite, route }: RoutedSprite,
  { x, y }: Point,
): void {
  const { context, inks, ratio } = surface;
  const { picked, reducedMotion, lookOf } = painted;
  const { bitmap, width, height } = faceOf(sprite, painted, surface);
  const isPicked = sprite.flightId === picked;
  context.globalAlpha = sprite.background && !isPicked ? FAINT : 1;
  const [wide, high] = [width + 2 * FACE_MARGIN, height + 2 * FACE_MARGIN];
  // Between two pixels of the screen its letters would be blurred.
  const onPixel = (at: number) => Math.round(at * ratio) / ratio;
  context.drawImage(bitmap, onPixel(x - wide / 2), onPixel(y - high / 2), wide, high);
  if (isPicked) {
    const [across, down] = [width + 2 * GAP + OUTLINE, height + 2 * GAP + OUTLINE];
    context.beginPath();
    context.roundRect(x - across / 2, y - down / 2, across, down, CORNER);
    context.strokeStyle = inks.colourOf('var(--accent)');
    context.lineWidth = OUTLINE;
    context.stroke();
  }
  if (!reducedMotion) return;
  context.save();
  context.translate(x, y);
  context.rotate((directionAt(route, 0.5) * Math.PI) / 180);
  context.beginPath();
  const [x0, y0, x1, y1, x2, y2] = HEADING;
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.lineTo(x2, y2);
  context.fillStyle = inks.colourOf(toneName(sprite, lookOf));
  context.fill();
  context.restore();
}
