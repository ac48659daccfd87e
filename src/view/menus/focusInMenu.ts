import { type FocusEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { focusFigure } from '../focusFigure';

/** After a pointer's choice the keys are the figure's; otherwise the focus goes back. */
export function useFocusAfterChoice(opensDialog: boolean) {
  const isPointing = useRef(false);
  const isChosenByPointer = useRef(false);
  return useMemo(
    () => ({
      onChosen: () => {
        isChosenByPointer.current = isPointing.current;
      },
      ofMenu: {
        onPointerUpCapture: () => {
          isPointing.current = true;
        },
        onKeyDownCapture: () => {
          isPointing.current = false;
        },
        onCloseAutoFocus: (event: Event) => {
          if (!opensDialog && !isChosenByPointer.current) return;
          isChosenByPointer.current = false;
          event.preventDefault();
          if (opensDialog) return;
          const figure = document.querySelector('main');
          if (figure) focusFigure(figure);
        },
      },
    }),
    [opensDialog],
  );
}

/** Where the focus goes in a menu as it opens, and when another page of it is shown. */
export function useEntryFocus(page: string | null, byKey: boolean) {
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(page);
  const isAwaited = useRef(byKey);
  useLayoutEffect(() => {
    const left = shown.current;
    shown.current = page;
    if (left === page || !content.current) return;
    // The entry that had the focus is gone with its page.
    const entries = entriesIn(content.current);
    const cameFrom = entries.find((entry) => entry.dataset['page'] === left);
    // The first entry of a page leads back.
    (cameFrom ?? entries[1] ?? entries[0])?.focus();
  }, [page]);
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (!isAwaited.current || event.target !== event.currentTarget) return;
    isAwaited.current = false;
    entriesIn(event.currentTarget)[0]?.focus();
  };
  return { content, onFocus };
}

function entriesIn(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menuItem')];
}
