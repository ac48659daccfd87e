import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent } from 'react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { entriesIn, useWalkKeys } from './menuKeys';
import { isAround, isPressIn } from '../inShadow';
import { menuPlace } from './menuPlace';
import { PageHead } from './PageEntry';
import { type FocusAfterMenu, MenuContext } from './useMenu';

/** Part of a menu that is shown in place of the rest. */
export interface MenuPage {
  readonly title: string;
  readonly entries: ReactNode;
  /** From which page one comes here; left out: from the first. */
  readonly from?: string;
}

export type MenuPages = { readonly [name in string]?: MenuPage };

interface MenuPopupProps {
  readonly title: string;
  readonly trigger: HTMLElement;
  /** It was asked for by a key: its first entry has the focus. */
  readonly byKey: boolean;
  readonly pages: MenuPages;
  readonly onClose: (focus: FocusAfterMenu) => void;
  readonly children: ReactNode;
}

/** A menu that is open, as the ARIA Authoring Practices describe one. */
export function MenuPopup(props: MenuPopupProps) {
  const { title, trigger, byKey, pages, onClose, children } = props;
  const [page, goTo] = useState<string | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const shown = page === null ? undefined : pages[page];
  const back = shown?.from ?? null;
  useShownPage(ref, page, { trigger, byKey });
  useWorldAround(ref, trigger, () => onClose('nowhere'));
  const walk = useWalkKeys();
  const turn = useMemo(() => ({ goTo, close: onClose }), [onClose]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // From the trigger Tab goes on to what is next.
    if (event.key === 'Tab') onClose('trigger');
    else if (event.key === 'ArrowLeft' && shown) goTo(back);
    else if (event.key === 'Escape') {
      event.preventDefault();
      onClose('trigger');
    } else walk(event);
  };
  return (
    <div
      ref={ref}
      role="menu"
      popover="manual"
      aria-label={title}
      aria-orientation="vertical"
      className="menu"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget: to, currentTarget: menu }) => {
        if (to && to !== trigger && !menu.contains(to)) onClose('nowhere');
      }}
    >
      <MenuContext value={turn}>
        {shown ? (
          <PageHead title={shown.title} back={back} />
        ) : (
          <div className="menuLabel">{title}</div>
        )}
        {shown ? shown.entries : children}
      </MenuContext>
    </div>
  );
}

type Opening = Pick<MenuPopupProps, 'trigger' | 'byKey'>;
type MenuRef = { readonly current: HTMLElement | null };

/** Below or above what opened it: as it opens, and on another screen. */
function placeMenu(menu: HTMLElement, trigger: HTMLElement): void {
  // As high as it would like to be.
  menu.style.maxHeight = 'none';
  const size = { width: menu.offsetWidth, height: menu.offsetHeight };
  const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const place = menuPlace(trigger.getBoundingClientRect(), size, screen);
  const px = (length: number | null) => (length === null ? 'auto' : `${length}px`);
  menu.style.inset = `${px(place.top)} auto ${px(place.bottom)} ${px(place.left)}`;
  menu.style.maxHeight = px(place.maxHeight);
}

/** Where a menu is and what in it has the focus, as it opens and with each page of it. */
function useShownPage(ref: MenuRef, page: string | null, { trigger, byKey }: Opening): void {
  const left = useRef<string | null | undefined>(undefined);
  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    // On the top layer: nothing around it clips it or is what its place is counted from.
    if ('showPopover' in menu && left.current === undefined) menu.showPopover();
    placeMenu(menu, trigger);
    const cameFrom = left.current;
    left.current = page;
    const entries = entriesIn(menu);
    if (cameFrom === undefined) {
      ((byKey ? entries[0] : null) ?? menu).focus({ preventScroll: true });
    } else if (cameFrom !== page) {
      // The entry that had the focus is gone with its page. The first of a page leads back.
      const parent = entries.find((entry) => entry.dataset['page'] === cameFrom);
      (parent ?? entries[1] ?? entries[0])?.focus();
    }
  }, [ref, page, trigger, byKey]);
  useLayoutEffect(() => {
    // An entry that made way for another has taken the focus with it.
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  });
}

/**
 * Whoever presses beside it, or scrolls away what it belongs to, is done with it. On another
 * screen it is placed anew.
 */
function useWorldAround(ref: MenuRef, trigger: HTMLElement, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onPress = (event: Event) => {
      if (!isPressIn(event, ref.current, trigger)) close();
    };
    const { y } = trigger.getBoundingClientRect();
    const onScroll = ({ target }: Event) => {
      // The scroll that led to the press is told after it.
      if (trigger.getBoundingClientRect().y === y) return;
      if (target instanceof Node && isAround(target, trigger)) close();
    };
    const onResize = () => {
      if (ref.current) placeMenu(ref.current, trigger);
    };
    window.addEventListener('resize', onResize);
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      window.removeEventListener('resize', onResize);
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [ref, trigger]);
}
