import type { ReactNode } from 'react';

interface ScrollBoxProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A box with a name that can be scrolled, so it can have the focus. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`toolBox ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
