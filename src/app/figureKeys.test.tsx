import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { renderInHighwater } from '../../test/renderInHighwater';
import { KEY_LIST } from '../view/keys/keyList';
import { KeysDialog } from '../view/keys/KeysDialog';
import { ScrubberThumb } from '../view/transport/ScrubberThumb';
import { useFigureKeys } from './useFigureKeys';

/** As a keyboard names what the list shows. */
const NAMES: Readonly<Record<string, string>> = {
  '→': 'ArrowRight',
  '←': 'ArrowLeft',
  'Page Down': 'PageDown',
  'Page Up': 'PageUp',
  Space: ' ',
};
const DIGITS = '123456789';
/** The same key as `+`, without Shift. */
const UNNAMED = ['='];
const KEYBOARD = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789`-=[]\\;\',./~!@#$%^&*()_+{}|:"<>? '.split(''),
  ...'Enter Escape Backspace Delete Insert Tab Home End PageUp PageDown ContextMenu'.split(' '),
  ...'ArrowLeft ArrowRight ArrowUp ArrowDown'.split(' '),
  ...Array.from({ length: 12 }, (_, n) => `F${n + 1}`),
];

const heard: string[] = [];
beforeEach(() => heard.splice(0));

describe('the keys of the figure', () => {
  it('are those of the list, no more and no fewer', () => {
    renderInHighwater(<Keys />);
    const bound = KEYBOARD.filter((key) => isTaken(key));
    const listed = KEY_LIST.flatMap(({ keys }) => keys.flatMap(namesOf));
    // With no number typed, and no show, these are the browser's.
    const expected = new Set([...listed, ...UNNAMED].filter((key) => !/^(Enter|F5)$/.test(key)));
    expect(bound.toSorted()).toEqual([...expected].toSorted());
  });

  it('take Enter, Escape and Backspace while a number is being typed', () => {
    const store = runningStore();
    renderInHighwater(<Keys />, store);
    act(() => store.getState().present({ typed: '1' }));
    expect(['Enter', 'Escape', 'Backspace', 'Delete'].filter((key) => isTaken(key))).toHaveLength(
      3,
    );
  });

  it('have the full stop of a clicker for a black screen where only the picture is shown', () => {
    const store = runningStore();
    renderInHighwater(<Keys />, store);
    isTaken('.');
    act(() => store.getState().present({ isBare: true }));
    isTaken('.');
    isTaken('b');
    expect(heard).toEqual(['leaf 1', 'present .', 'present b']);
  });

  it('have the F5 of a clicker where only the picture is shown, but not in a frame', () => {
    const store = runningStore();
    renderInHighwater(<Keys />, store);
    act(() => store.getState().present({ isBare: true }));
    expect([isTaken('F5'), isTaken('F5', { shiftKey: true })]).toEqual([true, true]);
    isTaken('PageDown');
    expect(heard).toEqual(['present F5', 'present F5', 'present PageDown']);
    act(() => store.setState({ ui: 'stage' }));
    expect(isTaken('F5')).toBe(false);
  });

  it('act on the slider of the scrubber, but for those that are its own', () => {
    const store = runningStore();
    renderInHighwater(
      <Keys>
        <ScrubberThumb scale={1} width={100} />
      </Keys>,
      store,
    );
    const slider = screen.getByRole('slider');
    for (const key of [',', '.', 'p']) fireEvent.keyDown(slider, { key, code: codeOf(key) });
    expect(heard).toEqual(['leaf -1', 'leaf 1', 'produce']);
    // The slider goes back with it; the figure would step to what comes next.
    const next = vi.spyOn(store.getState(), 'stepForward');
    fireEvent.keyDown(slider, { key: 'PageDown', code: 'PageDown' });
    expect(next).not.toHaveBeenCalled();
  });

  it('do nothing with a modifier', () => {
    renderInHighwater(<Keys />);
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(KEYBOARD.filter((key) => isTaken(key, held))).toEqual([]);
  });
});

it('the list that is shown is the list', () => {
  renderInHighwater(<KeysDialog onClose={() => undefined} />);
  const rows = screen.getAllByRole('definition').map((row) => row.parentElement?.textContent);
  expect(rows).toEqual(KEY_LIST.map(({ keys, does }) => keys.join('') + does));
});

function Keys({ children }: { readonly children?: ReactNode }) {
  const figure = useFigureKeys({
    produce: () => heard.push('produce'),
    toggleLoad: () => heard.push('load'),
    showKeys: () => heard.push('keys'),
    leaf: (by) => heard.push(`leaf ${by}`),
    pressPresent: (key) => heard.push(`present ${key}`),
  });
  return (
    <main ref={figure} tabIndex={-1}>
      {children}
    </main>
  );
}

function namesOf(shown: string): readonly string[] {
  if (shown === '1 … 9') return DIGITS.split('');
  return [NAMES[shown] ?? (shown.length === 1 ? shown.toLowerCase() : shown)];
}

/** Whether the figure does something for it: then the browser must not. */
function isTaken(key: string, held: Partial<KeyboardEventInit> = {}): boolean {
  return !fireEvent.keyDown(screen.getByRole('main'), { key, code: codeOf(key), ...held });
}

function codeOf(key: string): string {
  if (key === ' ') return 'Space';
  return /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
}
