import { numbersIn } from './svgNumbers';

/** A colour that every reader of SVG knows, and how much of it covers what is below. */
export interface Colour {
  readonly hex: string;
  readonly opacity: number;
}

/** What the browser computed, `rgb(…)` or `color(srgb …)`; null for what cannot be seen. */
export function colourOf(computed: string): Colour | null {
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbersIn(computed);
  if (!/^(rgb|color\(srgb)/.test(computed) || opacity === 0) return null;
  const unit = computed.startsWith('color') ? 255 : 1;
  const parts = [red, green, blue].map((part) =>
    Math.round(Math.min(Math.max(part * unit, 0), 255))
      .toString(16)
      .padStart(2, '0'),
  );
  return { hex: `#${parts.join('')}`, opacity: Math.round(opacity * 1000) / 1000 };
}

/** As the attributes of a shape that is filled, or drawn along its edge. */
export function painted(what: 'fill' | 'stroke', colour: Colour) {
  const { hex, opacity } = colour;
  return { [what]: hex, [`${what}-opacity`]: opacity === 1 ? null : opacity };
}
