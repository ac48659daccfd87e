import { Component, type ReactNode } from 'react';

interface LaterBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A part that cannot be had, or drawn, takes nothing else with it. */
export class LaterBoundary extends Component<LaterBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
