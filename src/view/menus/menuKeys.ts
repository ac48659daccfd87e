import { type KeyboardEvent, useRef } from 'react';

/** Letters that follow each other more slowly begin another word. */
const WORD_PAUSE_MS = 1_000;

/** What can have the focus in a menu, in its order. */
export function entriesIn(menu: Element): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menuItem')];
}

/**
 * The keys that walk through a menu and press its entries. What closes the menu, and what turns
 * its pages, is up to others.
 */
export function useWalkKeys() {
  const typed = useRef({ text: '', at: 0 });
  return (event: KeyboardEvent<HTMLElement>) => {
    const { key, timeStamp, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    const entries = entriesIn(event.currentTarget);
    const focused = entries.findIndex((entry) => entry.matches(':focus'));
    const isInWord = typed.current.text !== '' && timeStamp - typed.current.at < WORD_PAUSE_MS;
    // Within a word a space is one of its letters.
    const isLetter = key.length === 1 && (key !== ' ' || isInWord);
    const walked = entries.at(walkedTo(key, focused, entries.length) ?? entries.length);
    if (isLetter) {
      const text = (isInWord ? typed.current.text : '') + key.toLowerCase();
      typed.current = { text, at: timeStamp };
      const names = entries.map(({ textContent }) => textContent);
      entries[typedTo(text, names, focused) ?? focused]?.focus();
    } else if (key === 'Enter' || key === ' ') entries[focused]?.click();
    else if (walked) walked.focus();
    else return;
    event.preventDefault();
  };
}

/**
 * The index to which a key leads from another, round and round; undefined for other keys.
 *
 * @param from -1 for none
 */
export function walkedTo(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (Math.max(from, 0) + count - 1) % count;
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * The index of the name that begins with what was typed; undefined for none. One letter again and
 * again goes from one to the next.
 *
 * @param from the search begins here, or behind it while there is one letter only
 */
export function typedTo(text: string, names: readonly string[], from: number): number | undefined {
  const [first = ''] = text;
  const sought = text === first.repeat(text.length) ? first : text;
  const start = Math.max(from, 0) + (sought.length === 1 && from >= 0 ? 1 : 0);
  const order = names.map((_, step) => (start + step) % names.length);
  return order.find((index) => names[index]?.trim().toLowerCase().startsWith(sought));
}
