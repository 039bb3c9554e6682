import type { ComponentChildren, VNode } from 'preact';
import { useId } from './use-id.ts';

/** What a section's page is drawn from. */
export interface PageProps {
  title: string;
  lead?: string | undefined;
  /** Buttons at the end of the title's line. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** The page of one section. */
export function Page({ title, lead, actions, children }: PageProps): VNode {
  return (
    <div class="ss-page">
      <header class="ss-page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div class="ss-page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** What a card is drawn from. */
export interface CardProps {
  title: string;
  text?: string | undefined;
  children: ComponentChildren;
  /** The content goes to the card's edges: lists. */
  flush?: boolean | undefined;
}

/** Things that belong together, under a heading. */
export function Card({ title, text, children, flush = false }: CardProps): VNode {
  const id = useId();
  return (
    <section class="ss-card" aria-labelledby={id} data-flush={flush || undefined}>
      <div class="ss-card-head">
        <h2 id={id}>{title}</h2>
        {text !== undefined && <p>{text}</p>}
      </div>
      <div class="ss-card-body">{children}</div>
    </section>
  );
}
