/** A list that only grows, in pages: a longer one shares all of them but the last. */
export type Ledger<Item> = readonly (readonly Item[])[];

const PAGE_SIZE = 64;

/** The ledger with items at its end. */
export function withEntries<Item>(ledger: Ledger<Item>, items: readonly Item[]): Ledger<Item> {
  if (items.length === 0) return ledger;
  const last = ledger.at(-1) ?? [];
  const isOpen = ledger.length > 0 && last.length < PAGE_SIZE;
  const pages = isOpen ? ledger.slice(0, -1) : [...ledger];
  const open = isOpen ? [...last, ...items] : items;
  for (let from = 0; from < open.length; from += PAGE_SIZE) {
    pages.push(open.slice(from, from + PAGE_SIZE));
  }
  return pages;
}

/** How many items a ledger has: every page but the last is full. */
export function countOf(ledger: Ledger<unknown>): number {
  const last = ledger.at(-1);
  return last === undefined ? 0 : (ledger.length - 1) * PAGE_SIZE + last.length;
}

/** The latest item that is looked for, null when there is none. Quick for what is new. */
export function findLatest<Item>(
  ledger: Ledger<Item>,
  isLookedFor: (item: Item) => boolean,
): Item | null {
  for (let page = ledger.length - 1; page >= 0; page--) {
    const found = ledger[page]?.findLast(isLookedFor);
    if (found !== undefined) return found;
  }
  return null;
}
