import type { Ref } from 'react';

const ENTRIES = [
  { word: 'record', width: 40, stroke: 'var(--accent)', strokeWidth: 2 },
  { word: 'fetch', width: 34, dash: '5 3' },
  { word: 'other', width: 36 },
  { word: 'acknowledged', width: 86, stroke: 'var(--promise)', strokeWidth: 2 },
  { word: 'lost', width: 30, stroke: 'var(--failure)', strokeWidth: 3, isCross: true },
];
const SWATCH = 26;
const GAP = 14;
const PLACED = ENTRIES.map((entry, at) => ({
  ...entry,
  x: ENTRIES.slice(0, at).reduce((x, { width }) => x + width + SWATCH + GAP, 0),
}));

/** What the lines mean. */
export function Legend({ svgRef }: { readonly svgRef: Ref<SVGSVGElement> }) {
  return (
    <svg
      ref={svgRef}
      className="spaceTimeLegend"
      width={430}
      height={18}
      fontFamily="sans-serif"
      fontSize={12}
      aria-hidden
    >
      {PLACED.map(({ word, x, stroke = 'var(--muted)', strokeWidth = 1.5, dash, isCross }) => (
        <g key={word} transform={`translate(${x} 9)`}>
          <path
            d={isCross ? 'M8 -5L18 5M18 -5L8 5' : `M0 0H${SWATCH - 6}`}
            stroke={stroke}
            strokeWidth={strokeWidth}
            strokeDasharray={dash}
          />
          <text x={SWATCH} y={4} fill="var(--muted)">
            {word}
          </text>
        </g>
      ))}
    </svg>
  );
}
