import type { ComponentChildren, VNode } from 'preact';

import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** What an empty place is drawn from. */
export interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** Why it is empty, or how it fills. */
  text?: string | undefined;
  /** Buttons. */
  action?: ComponentChildren;
}

/** There is nothing here, and that is no fault. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps): VNode {
  return (
    <div class="ss-state">
      <span class="ss-state-mark">
        <Icon name={icon} size={24} />
      </span>
      <p class="ss-state-title">{title}</p>
      {text !== undefined && <p class="ss-state-text">{text}</p>}
      {action !== undefined && <div class="ss-state-action">{action}</div>}
    </div>
  );
}

/** What a failure is drawn from. */
export interface ErrorStateProps {
  /** What does not work, in a few words. */
  title: string;
  /** What happened. */
  text: string;
  /** What to do now. */
  advice?: string | undefined;
  /** Buttons; the one that helps first. */
  action?: ComponentChildren;
  /** For a report: codes, the platform's own words. */
  details?: string | undefined;
  /** The words that open the details. */
  detailsLabel?: string | undefined;
  icon?: IconName | undefined;
}

/** Something failed: what, why, and the next step. Spoken when it comes. */
export function ErrorState({
  title,
  text,
  advice,
  action,
  details,
  detailsLabel,
  icon = 'warning',
}: ErrorStateProps): VNode {
  return (
    <div class="ss-state" data-kind="error" role="alert">
      <span class="ss-state-mark">
        <Icon name={icon} size={24} />
      </span>
      <p class="ss-state-title">{title}</p>
      <p class="ss-state-text">{text}</p>
      {advice !== undefined && <p class="ss-state-text">{advice}</p>}
      {action !== undefined && <div class="ss-state-action">{action}</div>}
      {details !== undefined && (
        <details class="ss-state-details">
          <summary>{detailsLabel}</summary>
          {/* It scrolls, so it must be reachable by keys. */}
          <pre tabIndex={0} aria-label={detailsLabel} role="region">
            {details}
          </pre>
        </details>
      )}
    </div>
  );
}
