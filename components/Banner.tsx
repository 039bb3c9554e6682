import type { ComponentChildren, VNode } from 'preact';

import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';

/** What a banner is about. */
export type BannerKind = 'info' | 'success' | 'warning' | 'error' | 'offline';

/** What a banner is drawn from. */
export interface BannerProps {
  kind: BannerKind;
  /** The sentence. */
  children: ComponentChildren;
  title?: string | undefined;
  /** One button, small. */
  action?: ComponentChildren;
  /** With both, it can be closed. */
  onDismiss?: (() => void) | undefined;
  dismissLabel?: string | undefined;
}

const icons: Readonly<Record<BannerKind, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
  offline: 'offline',
};

/** A title that stands elsewhere as a heading has no full stop; before the sentence it needs one, read or heard. */
const ending = /[.:!?…]$/;

/** A sentence across the top of what it concerns, for as long as it is true. Errors are spoken at once. */
export function Banner({ kind, children, title, action, onDismiss, dismissLabel }: BannerProps): VNode {
  return (
    <div class="ss-banner" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} />
      <div class="ss-banner-words">
        {title !== undefined && (
          <>
            <strong>{title}</strong>
            {ending.test(title) ? ' ' : '. '}
          </>
        )}
        {children}
      </div>
      {action}
      {onDismiss && dismissLabel !== undefined && (
        <IconButton size="small" icon="close" label={dismissLabel} onClick={onDismiss} />
      )}
    </div>
  );
}
