import { DropdownMenu } from 'radix-ui';
import { type KeyboardEvent, type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { useEntryFocus, useFocusAfterChoice } from './focusInMenu';
import { PageHead } from './PageEntry';
import { MenuContext } from './useMenu';

/** Part of a menu that is shown in place of the rest. */
export interface MenuPage {
  readonly title: string;
  readonly entries: ReactNode;
  /** From which page one comes here; left out: from the first. */
  readonly from?: string;
}

interface MenuShellProps {
  readonly title: string;
  readonly trigger: ReactElement;
  /** It was asked for by a key: its first entry has the focus. */
  readonly byKey?: boolean | undefined;
  readonly pages?: { readonly [name in string]?: MenuPage };
  /** A choice has opened a dialog, which takes the focus. */
  readonly opensDialog?: boolean;
  readonly children: ReactNode;
}

/**
 * The menu on what was just clicked. Its sub-menus are shown in its own place, because beside it
 * there is no room on a phone.
 */
export function MenuShell(props: MenuShellProps) {
  const { title, trigger, byKey = false, pages = {}, opensDialog = false, children } = props;
  const [page, goTo] = useState<string | null>(null);
  const { onChosen, ofMenu } = useFocusAfterChoice(opensDialog);
  const { content, onFocus } = useEntryFocus(page, byKey);
  const turn = useMemo(() => ({ goTo, onChosen }), [onChosen]);
  const shown = page === null ? undefined : pages[page];
  const back = shown?.from ?? null;
  const goBack = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft' && shown) goTo(back);
  };
  return (
    <DropdownMenu.Root modal={false} defaultOpen onOpenChange={(isOpen) => isOpen && goTo(null)}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Within the figure, so that it belongs to a landmark of the page. */}
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          ref={content}
          className="menu"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onKeyDown={goBack}
          onFocus={onFocus}
          {...ofMenu}
        >
          <MenuContext value={turn}>
            {shown ? (
              <PageHead title={shown.title} back={back} />
            ) : (
              <DropdownMenu.Label className="menuLabel">{title}</DropdownMenu.Label>
            )}
            {shown ? shown.entries : children}
          </MenuContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
