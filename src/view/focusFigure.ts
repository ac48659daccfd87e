/** Gives the focus to the figure around an element: Space then plays and pauses. */
function focusFigure(inside: Element): void {
  inside.closest<HTMLElement>('.figure')?.focus({ preventScroll: true });
}

/** For what is not in the figure, or no longer there. */
export function focusTheFigure(home: HTMLElement = document.body): void {
  home.querySelector<HTMLElement>('.figure')?.focus({ preventScroll: true });
}

/**
 * After a pointer's click on a button the keys are the figure's again; a button that was pressed
 * by a key keeps the focus. Only a pointer counts its clicks in `detail`.
 */
export function focusFigureAfterPointer(click: {
  readonly detail: number;
  readonly currentTarget: Element;
}): void {
  if (click.detail > 0) focusFigure(click.currentTarget);
}
