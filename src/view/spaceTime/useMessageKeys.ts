import { type KeyboardEvent, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { focusTheFigure } from '../focusFigure';
import { showInPanel } from '../panel/showInPanel';
import type { View } from './useSpaceTime';

const ZOOM_STEP = 1.5;
const PAN_STEP = 120;

/** The message that the arrow keys have come to, and what the keys of the diagram do. */
export function useMessageKeys({ layout, zoom, pan }: View) {
  const [active, setActive] = useState<number | null>(null);
  const select = useHighwater((state) => state.select);
  const showPanel = useHighwater((state) => state.showPanel);
  const picked = useHighwater(({ selected }) =>
    selected?.type === 'message' ? selected.flightId : null,
  );
  const leave = () => {
    setActive(null);
    if (picked !== null) select(null);
  };
  const open = (flightId: number) => {
    setActive(null);
    showInPanel({ select, showPanel }, { type: 'message', flightId }, 'wire');
  };
  const go = (by: 1 | -1) => {
    const ids = layout.lines.map(({ passage }) => passage.flight.id);
    const inOrder = by === 1 ? ids : ids.toReversed();
    const from = active ?? picked;
    const next = inOrder.find((id) => from === null || (id - from) * by > 0);
    if (next === undefined) pan(by * PAN_STEP);
    else setActive(next);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
    'Shift+ArrowRight': () => pan(PAN_STEP),
    'Shift+ArrowLeft': () => pan(-PAN_STEP),
    '+': () => zoom(ZOOM_STEP),
    '-': () => zoom(1 / ZOOM_STEP),
    Enter: () => active !== null && open(active),
    Escape: () => {
      leave();
      focusTheFigure();
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isShifted = event.shiftKey && event.key.startsWith('Arrow');
    const act = keys[isShifted ? `Shift+${event.key}` : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { active, open, leave, onKeyDown };
}
