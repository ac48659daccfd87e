interface EntryTextProps {
  readonly name: string;
  readonly says?: string | undefined;
}

/** What an entry is called, and below it what it does, or why it would do nothing. */
export function EntryText({ name, says }: EntryTextProps) {
  return (
    <span className="menuItemText">
      <span className="menuItemName">{name}</span>
      {says !== undefined && <span className="menuItemSays">{says}</span>}
    </span>
  );
}
