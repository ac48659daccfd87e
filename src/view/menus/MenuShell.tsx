import { cloneElement, type HTMLAttributes, isValidElement, type ReactElement } from 'react';
import { type ReactNode, type RefAttributes, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { focusTheFigure } from '../focusFigure';
import { useSurroundings } from '../surroundings';
import { type MenuPages, MenuPopup } from './MenuPopup';
import type { FocusAfterMenu } from './useMenu';

interface MenuShellProps {
  readonly title: string;
  readonly trigger: ReactElement;
  /** It was asked for by a key: its first entry has the focus. */
  readonly byKey?: boolean | undefined;
  readonly pages?: MenuPages;
  readonly children: ReactNode;
}

const NO_PAGES: MenuPages = {};

/**
 * The menu on what was just clicked. Its sub-menus are shown in its own place, because beside it
 * there is no room on a phone.
 */
export function MenuShell(props: MenuShellProps) {
  const { title, trigger, byKey = false, pages = NO_PAGES, children } = props;
  const { home } = useSurroundings();
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'no' | 'by key' | 'by pointer'>(byKey ? 'by key' : 'by pointer');
  const close = useCallback(
    (focus: FocusAfterMenu) => {
      setOpen('no');
      if (focus === 'figure') focusTheFigure(home);
      else if (focus === 'trigger') button?.focus({ preventScroll: true });
    },
    [button, home],
  );
  const opener = withProps(trigger, {
    ref: setButton,
    'aria-expanded': open !== 'no',
    onClick: ({ detail }) => {
      if (open !== 'no') setOpen('no');
      // Only a pointer counts its clicks.
      else setOpen(detail > 0 ? 'by pointer' : 'by key');
    },
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpen('by key');
    },
  });
  if (open === 'no' || !button) return opener;
  return (
    <>
      {opener}
      {createPortal(
        <MenuPopup
          title={title}
          trigger={button}
          byKey={open === 'by key'}
          pages={pages}
          onClose={close}
        >
          {children}
        </MenuPopup>,
        // Within the figure, so that it belongs to a landmark of the page.
        button.closest('.figure') ?? home,
      )}
    </>
  );
}

type OpenerProps = RefAttributes<HTMLElement> & HTMLAttributes<HTMLElement>;

function withProps(trigger: ReactElement, props: OpenerProps): ReactElement {
  return isValidElement<OpenerProps>(trigger) ? cloneElement(trigger, props) : trigger;
}
