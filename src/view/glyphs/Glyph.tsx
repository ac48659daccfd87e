import type { ReactNode } from 'react';

export interface GlyphProps {
  /** Side of its square, in CSS pixels. */
  readonly size?: number;
}

/** A drawing on a square of 16 units in the colour of the text beside it, which says the same. */
export function Glyph({ size = 16, children }: GlyphProps & { readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable={false}
    >
      {children}
    </svg>
  );
}
