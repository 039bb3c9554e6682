import type { ComponentChildren, VNode } from 'preact';

/** A few samples under one heading. */
export function Part({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <div class="g-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
