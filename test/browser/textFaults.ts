import type { Page } from '@playwright/test';

interface Ink {
  readonly element: Element;
  readonly name: string;
  readonly isText: boolean;
  readonly rect: DOMRect;
  /** How much of its width is cut off. */
  readonly cut: number;
}

const SMALLEST = 12;
const ICON_MAX = 60;
/** Asked of many elements many times, so it is found out once for each. */
const edges = new Map<Element, DOMRect | 'open' | 'hides'>();

/** What is wrong with the words on the page as it stands; each fault as a sentence. */
export function textFaults(page: Page): Promise<readonly string[]> {
  const values = `const SMALLEST = ${SMALLEST}, ICON_MAX = ${ICON_MAX}, edges = new Map();`;
  return page.evaluate(`(() => { ${values} ${SENT.join('\n')}; return findFaults(); })()`);
}

/** What runs in the page: it knows nothing but what is sent to it. */
const SENT = [
  findFaults,
  textInks,
  iconInks,
  controlInks,
  add,
  seenPart,
  edgeOf,
  faultsOf,
  lostHeight,
  sidewaysFaults,
  areOverEachOther,
  isDrawnInto,
  layerOf,
  spot,
  pathOf,
  nameOf,
  isClear,
];

function findFaults(): string[] {
  const texts = textInks();
  const others = [...iconInks(), ...controlInks()];
  const faults = [...texts.flatMap(faultsOf), ...sidewaysFaults()];
  texts.forEach((one, at) => {
    for (const other of [...texts.slice(at + 1), ...others])
      if (areOverEachOther(one, other)) faults.push(`${spot(one)} and ${spot(other)} overlap`);
  });
  return [...new Set(faults)];
}

function textInks(): Ink[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const inks: Ink[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim() ?? '';
    if (!element || text === '' || element.matches('option, script, noscript')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const rect of range.getClientRects()) add(inks, element, `"${text}"`, true, rect);
  }
  return inks;
}

function iconInks(): Ink[] {
  const inks: Ink[] = [];
  for (const icon of document.querySelectorAll('svg')) {
    const rect = icon.getBoundingClientRect();
    if (Math.max(rect.width, rect.height) <= ICON_MAX)
      add(inks, icon, `the icon in ${nameOf(icon.parentElement)}`, false, rect);
  }
  return inks;
}

/** Only controls that one sees: a box that is all glass lies over words on purpose. */
function controlInks(): Ink[] {
  const inks: Ink[] = [];
  const controls = 'button:not([aria-hidden]), input, select, [role="slider"]';
  for (const control of document.querySelectorAll(controls)) {
    const { backgroundColor, borderTopWidth, borderTopColor } = getComputedStyle(control);
    const hasGround = !isClear(backgroundColor);
    const hasBorder = parseFloat(borderTopWidth) > 0 && !isClear(borderTopColor);
    if (!hasGround && !hasBorder) continue;
    add(inks, control, `the control ${nameOf(control)}`, false, control.getBoundingClientRect());
  }
  return inks;
}

function add(inks: Ink[], element: Element, name: string, isText: boolean, whole: DOMRect) {
  const rect = seenPart(element, whole);
  const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  if (isSeen && rect && rect.width > 1 && rect.height > 1)
    inks.push({ element, name, isText, rect, cut: whole.width - rect.width });
}

/** What is left of a box inside everything that cuts it off; null when nothing is. */
function seenPart(element: Element, whole: DOMRect): DOMRect | null {
  let { left, top, right, bottom } = whole;
  for (let box: Element | null = element; box; box = box.parentElement) {
    const edge = edgeOf(box);
    if (edge === 'hides') return null;
    if (edge === 'open') continue;
    [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
    [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
  }
  if (right <= left || bottom <= top) return null;
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Where an element cuts off what is in it. */
function edgeOf(box: Element): DOMRect | 'open' | 'hides' {
  const known = edges.get(box);
  if (known) return known;
  const { clipPath, overflowX } = getComputedStyle(box);
  const isOpen = overflowX === 'visible' || box === document.body;
  const edge = isOpen ? 'open' : box.getBoundingClientRect();
  const found = clipPath.startsWith('inset(50%') ? 'hides' : edge;
  edges.set(box, found);
  return found;
}

function faultsOf(ink: Ink): string[] {
  const { element, rect } = ink;
  const faults: string[] = [];
  const { fontSize, overflowX } = getComputedStyle(element);
  const isEllipsis = ['hidden', 'clip'].includes(overflowX);
  if (parseFloat(fontSize) < SMALLEST) faults.push(`${spot(ink)} is set in ${fontSize}`);
  const cut = isEllipsis ? element.scrollWidth - element.clientWidth : ink.cut;
  if (cut > 1) faults.push(`${spot(ink)} is cut off by ${Math.round(cut)} px`);
  if (rect.left < -1 || rect.right > innerWidth + 1)
    faults.push(`${spot(ink)} leaves the page at its side`);
  const lost = lostHeight(element, rect);
  if (lost > 3) faults.push(`${spot(ink)} loses ${Math.round(lost)} px of its height`);
  return faults;
}

/** How much of a line is cut off above or below where it cannot be scrolled to. */
function lostHeight(element: Element, rect: DOMRect): number {
  const canScroll = (box: Element) => /auto|scroll/.test(getComputedStyle(box).overflowY);
  for (let box: Element | null = element; box; box = box.parentElement)
    if (canScroll(box)) return 0;
  const line = parseFloat(getComputedStyle(element).fontSize) * 1.1;
  return line - rect.height;
}

function sidewaysFaults(): string[] {
  return [...document.querySelectorAll('*')].flatMap((box) => {
    const { scrollWidth, clientWidth } = box;
    const isPage = box === document.documentElement;
    const canScroll = isPage || getComputedStyle(box).overflowX === 'auto';
    if (scrollWidth <= clientWidth || !canScroll) return [];
    return [`${isPage ? 'the page' : pathOf(box)} is ${scrollWidth} px wide, not ${clientWidth}`];
  });
}

/** A line's box is higher than its letters, so a sliver of it is nobody's. */
function areOverEachOther(one: Ink, other: Ink): boolean {
  const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.x, other.rect.x);
  const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.y, other.rect.y);
  const sliver = other.isText ? 0.3 : 0.2;
  if (wide < 1.5 || high < sliver * Math.min(one.rect.height, other.rect.height)) return false;
  if (one.element.contains(other.element) || other.element.contains(one.element)) return false;
  if (isDrawnInto(one, other)) return false;
  return layerOf(one.element) === layerOf(other.element);
}

/** A number in a ring of its own. */
function isDrawnInto(word: Ink, icon: Ink): boolean {
  const isInside = word.rect.x >= icon.rect.x && word.rect.right <= icon.rect.right;
  return isInside && !icon.isText && word.element.parentElement === icon.element.parentElement;
}

/** The page is scrolled away under what sticks to its edge: those are not in each other's way. */
function layerOf(element: Element): string {
  for (let box: Element | null = element; box; box = box.parentElement)
    if (/sticky|fixed/.test(getComputedStyle(box).position)) return 'stuck';
  return 'page';
}

function spot({ element, name, rect }: Ink): string {
  const { x, y, width, height } = rect;
  const box = [x, y, width, height].map(Math.round).join(',');
  return `${name.slice(0, 40)} (${pathOf(element)} ${box})`;
}

function pathOf(element: Element): string {
  const classes = [element.parentElement, element].map((each) => {
    const [first = each?.tagName.toLowerCase()] = (each?.getAttribute('class') ?? '').split(' ');
    return (first || each?.tagName.toLowerCase() || '').replace(/^_(\w+?)_\w+_\d+$/, '$1');
  });
  return classes.join('>');
}

function nameOf(element: Element | null): string {
  return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /[,/] ?0\)$/.test(colour);
}
