import type { ReactNode } from 'react';
import { focusFigureAfterPointer } from '../focusFigure';

interface ToolButtonProps {
  readonly onPress: () => void;
  /** Where the face is no word. */
  readonly name?: string;
  /** Of a switch. */
  readonly isOn?: boolean;
  readonly children: ReactNode;
}

export function ToolButton({ onPress, name, isOn, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="spaceTimeButton"
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      onClick={(click) => {
        onPress();
        focusFigureAfterPointer(click);
      }}
    >
      {children}
    </button>
  );
}
