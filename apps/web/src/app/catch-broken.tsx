import { Component, type ReactNode } from 'react';
import { BrokenPage } from './pages/broken-page.tsx';

/** Shows the broken page in place of one that could not be loaded or drawn. */
export class CatchBroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
