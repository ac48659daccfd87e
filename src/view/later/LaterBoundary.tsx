import { Component, type ReactNode } from 'react';
import { NotLoadedError } from './NotLoadedError';

interface LaterBoundaryProps {
  readonly fallback: ReactNode;
  /** Whether only what could not be loaded is caught here, and a failed drawing further up. */
  readonly letsDrawingFail?: boolean;
  readonly children: ReactNode;
}

interface LaterBoundaryState {
  readonly failure: { readonly error: unknown } | null;
}

/** A part that cannot be had takes nothing else with it. */
export class LaterBoundary extends Component<LaterBoundaryProps, LaterBoundaryState> {
  override state: LaterBoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): LaterBoundaryState {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const isMissing = failure.error instanceof NotLoadedError;
    if (this.props.letsDrawingFail === true && !isMissing) throw failure.error;
    return this.props.fallback;
  }
}
