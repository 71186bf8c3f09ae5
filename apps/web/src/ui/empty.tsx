import type { ReactNode } from 'react';
import './states.css';

/** Stands where there is nothing: what is missing and what would fill it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {children ? <div className="empty__hint">{children}</div> : null}
    </div>
  );
}
