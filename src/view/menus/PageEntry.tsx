import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { EntryText } from './EntryText';
import { MenuItem } from './MenuItem';
import { useMenu } from './useMenu';

interface PageEntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly says?: string;
  readonly page: string;
}

/** An entry that leads to more entries: by a click, Enter or the right arrow. */
export function PageEntry({ icon: Icon, name, says, page }: PageEntryProps) {
  const { goTo } = useMenu();
  return (
    <MenuItem
      aria-haspopup="menu"
      data-page={page}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') goTo(page);
      }}
      onClick={() => goTo(page)}
    >
      <Icon size={18} aria-hidden />
      <EntryText name={name} says={says} />
      <ChevronRight size={16} className="menuItemMore" aria-hidden />
    </MenuItem>
  );
}

interface PageHeadProps {
  readonly title: string;
  readonly back: string | null;
}

/** The title of a page, which leads back: by a click, Enter or the left arrow. */
export function PageHead({ title, back }: PageHeadProps) {
  const { goTo } = useMenu();
  return (
    <MenuItem
      className="menuItem menuBack"
      aria-label={`${title}: back`}
      onClick={() => goTo(back)}
    >
      <ChevronLeft size={18} aria-hidden />
      {title}
    </MenuItem>
  );
}
