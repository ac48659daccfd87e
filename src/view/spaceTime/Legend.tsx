import type { Ref } from 'react';

const ENTRIES = [
  { word: 'record', x: 0, stroke: 'var(--accent)', strokeWidth: 2 },
  { word: 'fetch', x: 80, dash: '5 3' },
  { word: 'other', x: 154 },
  { word: 'acknowledged', x: 230, stroke: 'var(--promise)', strokeWidth: 2 },
  { word: 'lost', x: 356, stroke: 'var(--failure)', strokeWidth: 3, isCross: true },
];

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
      {ENTRIES.map(({ word, x, stroke = 'var(--muted)', strokeWidth = 1.5, dash, isCross }) => (
        <g key={word} transform={`translate(${x} 9)`}>
          <path
            d={isCross ? 'M8 -5L18 5M18 -5L8 5' : 'M0 0H20'}
            stroke={stroke}
            strokeWidth={strokeWidth}
            strokeDasharray={dash}
          />
          <text x={26} y={4} fill="var(--muted)">
            {word}
          </text>
        </g>
      ))}
    </svg>
  );
}
