import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { EntryText } from './EntryText';
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
    <DropdownMenu.Item
      className="menuItem"
      aria-haspopup="menu"
      data-page={page}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') goTo(page);
      }}
      onSelect={(event) => {
        event.preventDefault();
        goTo(page);
      }}
    >
      <Icon size={18} aria-hidden />
      <EntryText name={name} says={says} />
      <ChevronRight size={16} className="menuItemMore" aria-hidden />
    </DropdownMenu.Item>
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
    <DropdownMenu.Item
      className="menuItem menuBack"
      aria-label={`${title}: back`}
      onSelect={(event) => {
        event.preventDefault();
        goTo(back);
      }}
    >
      <ChevronLeft size={18} aria-hidden />
      {title}
    </DropdownMenu.Item>
  );
}
