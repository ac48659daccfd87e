import { Component, type ReactNode } from 'react';

interface MenuBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A menu that cannot be had, or drawn, takes nothing else with it. */
export class MenuBoundary extends Component<MenuBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
