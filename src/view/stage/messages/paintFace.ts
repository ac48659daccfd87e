import { MESSAGE_STROKES, type MessageShape } from '../../glyphs/messageStrokes';
import type { TileSizes } from '../layout/stageVariables';
import type { Inks, Surface } from './canvasOn';
import type { Sprite, SpriteKind } from './sprite';
import { shapeSize } from './spritePlace';

/** What a face is painted with. */
export interface Paints extends Inks {
  readonly tile: TileSizes;
}

type Faced = Pick<Sprite, 'kind' | 'label' | 'background'>;

const RING = 1.5;
const TILE_BORDER = 2;
const TILE_PADDING_MAX = 5;
/** A request to write is not a record yet: it has the corner of a letter cut off. */
const CORNERS: Partial<Record<SpriteKind, number[]>> = { produce: [6, 12, 6, 6] };
const BAD: readonly SpriteKind[] = ['refusal', 'divergence', 'closed'];

/**
 * Paints what a message looks like, as its element does, with its middle at the origin.
 *
 * @returns its width and height
 */
export function paintFace(
  context: Surface['context'],
  sprite: Faced,
  tone: string,
  paints: Paints,
): readonly [number, number] {
  const { kind } = sprite;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (kind === 'produce' || kind === 'records') return paintTile(context, sprite, tone, paints);
  return paintShape(context, { ...sprite, kind }, tone, paints);
}

function paintTile(
  context: Surface['context'],
  { kind, label }: Faced,
  tone: string,
  { colourOf, mono, tile }: Paints,
): readonly [number, number] {
  const padding = Math.min(Math.max(0, tile.widthMax - 30), TILE_PADDING_MAX);
  context.font = `700 ${tile.font}px ${mono}`;
  const room = context.measureText(label).width + 2 * (padding + TILE_BORDER);
  const width = Math.min(Math.max(tile.side, room), tile.widthMax);
  const radii = CORNERS[kind] ?? [6, 6, 6, 6];
  box(context, width, tile.side, radii, colourOf('var(--page)'));
  const within = 2 * TILE_BORDER;
  const inner = radii.map((radius) => radius - TILE_BORDER);
  box(context, width - within, tile.side - within, inner, tone);
  context.clip();
  context.fillStyle = colourOf('var(--on-fill)');
  // What has no room is cut at its end, never at its beginning.
  context.fillText(label, (room - Math.min(room, width)) / 2, 0.5);
  return [width, tile.side];
}

function paintShape(
  context: Surface['context'],
  { kind, label, background }: Faced & { readonly kind: MessageShape },
  tone: string,
  paints: Paints,
): readonly [number, number] {
  const { colourOf, mono, tile } = paints;
  const size = shapeSize({ kind, background }) * tile.unit;
  const isKept = kind === 'acknowledgement';
  const padding = isKept ? 5 : kind === 'fetch' || background ? 0 : 4;
  context.font = `700 ${tile.labelFont}px ${mono}`;
  // A gap before the label, and room behind it.
  const words = label === '' ? 0 : context.measureText(label).width + 4;
  const [width, height] = [size + words + 2 * padding, size + 2 * padding];
  paintGround(context, [width, height], { kind, background, tone, paints });
  const ink = isKept ? colourOf('var(--on-fill)') : tone;
  paintGlyph(context, kind, ink, { x: padding - width / 2, y: -size / 2, size });
  context.fillStyle = ink;
  context.fillText(label, size / 2 - 1, 0.5);
  return [width, height];
}

interface Ground extends Pick<Sprite, 'background'> {
  readonly kind: MessageShape;
  readonly tone: string;
  readonly paints: Paints;
}

function paintGround(
  context: Surface['context'],
  [width, height]: readonly [number, number],
  { kind, background, tone, paints }: Ground,
): void {
  const { colourOf, stroke } = paints;
  const round = [height / 2];
  const ringed = (by: number, colour: string, ground: string) => {
    box(context, width + 2 * by, height + 2 * by, [height / 2 + by], colour);
    box(context, width, height, round, ground);
  };
  if (kind === 'fetch')
    return box(
      context,
      RING_GROUND * width,
      RING_GROUND * height,
      round,
      colourOf('var(--surface)'),
    );
  if (kind === 'acknowledgement')
    return ringed(2, colourOf('var(--page)'), colourOf('var(--promise)'));
  const ground = colourOf(background ? 'var(--page)' : 'var(--card)');
  if (BAD.includes(kind)) {
    box(context, width, height, [6], colourOf('var(--failure)'));
    return box(context, width - 4, height - 4, [4], ground);
  }
  if (background) return box(context, width, height, round, ground);
  ringed(Math.max(RING, stroke), tone, ground);
}

/** Of its square, how wide the ground within a fetch's ring is. */
const RING_GROUND = 0.88;

function paintGlyph(
  context: Surface['context'],
  kind: MessageShape,
  colour: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  context.save();
  context.translate(x, y);
  context.scale(size / 16, size / 16);
  context.fillStyle = context.strokeStyle = colour;
  context.lineCap = context.lineJoin = 'round';
  for (const { path, width, filled } of MESSAGE_STROKES[kind]) {
    const line = new Path2D(path);
    context.lineWidth = width;
    context.stroke(line);
    // A canvas is no array.
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
    if (filled) context.fill(line);
  }
  context.restore();
}

function box(
  context: Surface['context'],
  width: number,
  height: number,
  radii: readonly number[],
  colour: string,
): void {
  context.beginPath();
  context.roundRect(-width / 2, -height / 2, width, height, [...radii]);
  context.fillStyle = colour;
  context.fill();
}
