import type { HTMLAttributes, MouseEvent, PointerEvent } from 'react';

interface MenuItemProps extends HTMLAttributes<HTMLDivElement> {
  readonly onClick: (event: MouseEvent) => void;
}

/** An entry of a menu: the mouse gives it the focus. Its menu clicks it for Enter and Space. */
export function MenuItem(props: MenuItemProps) {
  return (
    <div
      role="menuitem"
      className="menuItem"
      tabIndex={-1}
      onPointerMove={(event) => followMouse(event, event.currentTarget)}
      onPointerLeave={(event) => followMouse(event, event.currentTarget.closest('[role=menu]'))}
      {...props}
    />
  );
}

/** A finger that scrolls chooses nothing yet. */
function followMouse({ pointerType }: PointerEvent, element: Element | null): void {
  if (pointerType !== 'mouse' || !(element instanceof HTMLElement)) return;
  if (!element.matches(':focus')) element.focus({ preventScroll: true });
}
