import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { LaterBoundary } from './LaterBoundary';
import { NotLoadedError } from './NotLoadedError';
import { NotShown } from './NotShown';

interface LaterProps<Props> {
  /** Begins a sentence: `The settings`. */
  readonly what: string;
  readonly load: () => Promise<ComponentType<Props>>;
  /** What stands there until it has come, and where it cannot be had. */
  readonly meanwhile?: ReactNode;
  /** The person does without it. */
  readonly onLeave: () => void;
  /** A failed drawing of it is somebody else's to catch. */
  readonly letsDrawingFail?: boolean;
  readonly children: (Part: ComponentType<Props>) => ReactNode;
}

/**
 * A part of the page that is fetched when it is wanted. Where it cannot be had there is a notice,
 * from which it can be asked for again.
 */
export function Later<Props>(props: LaterProps<Props>) {
  const { what, load, meanwhile, onLeave, letsDrawingFail = false, children } = props;
  const [{ attempt, Part }, setTry] = useState(() => ({ attempt: 1, Part: lazyPart(load) }));
  const retry = () => setTry({ attempt: attempt + 1, Part: lazyPart(load) });
  const fallback = (
    <>
      {meanwhile}
      <NotShown what={what} onRetry={retry} onClose={onLeave} />
    </>
  );
  return (
    <LaterBoundary key={attempt} fallback={fallback} letsDrawingFail={letsDrawingFail}>
      <Suspense fallback={meanwhile}>{children(Part)}</Suspense>
    </LaterBoundary>
  );
}

function lazyPart<Props>(load: LaterProps<Props>['load']): ComponentType<Props> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      throw new NotLoadedError('A part of the page could not be loaded.', { cause: error });
    }
  });
}
