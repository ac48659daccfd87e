import { type ReactNode, useState } from 'react';

interface MoreSettingsProps {
  readonly title: string;
  /** Something in here is refused, so it has to be seen. */
  readonly isBad: boolean;
  readonly children: ReactNode;
}

/** Fields that few need. What is refused opens them; they close only when a person closes them. */
export function MoreSettings({ title, isBad, children }: MoreSettingsProps) {
  const [isOpen, setOpen] = useState(isBad);
  const [wasBad, setWasBad] = useState(isBad);
  if (isBad !== wasBad) {
    setWasBad(isBad);
    if (isBad) setOpen(true);
  }
  return (
    <details
      className="settingsMore"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
