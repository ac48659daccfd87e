import type { ReactNode } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import type { Subject } from '../../share/subject';
import { subjectName } from './subjects';

interface SubjectButtonProps {
  readonly subject: Subject;
  readonly children: ReactNode;
}

/** The name of something else that can be inspected, which leads there. */
export function SubjectButton({ subject, children }: SubjectButtonProps) {
  const select = useHighwater((state) => state.select);
  return (
    <button
      type="button"
      className="inspectorLink"
      aria-label={subjectName(subject)}
      onClick={() => select(subject)}
    >
      {children}
    </button>
  );
}
