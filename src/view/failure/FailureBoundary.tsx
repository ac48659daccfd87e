import { Component, type ReactNode } from 'react';
import { FailureNotice } from './FailureNotice';
import { messageOf } from './messageOf';

interface FailureBoundaryProps {
  readonly scenarioText: () => string;
  readonly children: ReactNode;
}

interface FailureBoundaryState {
  readonly message: string | null;
}

/** Keeps a drawing that fails from blanking the page. The run lives outside and goes on. */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureBoundaryState> {
  override state: FailureBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): FailureBoundaryState {
    return { message: messageOf(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <FailureNotice
        message={message}
        scenarioText={this.props.scenarioText}
        onContinue={() => this.setState({ message: null })}
      />
    );
  }
}
