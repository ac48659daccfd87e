import { type ReactNode, useState } from 'react';

interface FoldProps {
  readonly title: string;
  readonly render: () => ReactNode;
}

/** What somebody may open. Until then nothing of it is drawn: it may be long, and changes often. */
export function Fold({ title, render }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && render()}
    </details>
  );
}
