import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';

import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';

/** What a message is about. */
export type ToastKind = 'info' | 'success' | 'warning' | 'error';

/** One message that comes and goes. */
export interface Toast {
  readonly id: string;
  readonly kind: ToastKind;
  /** One sentence: what was done. */
  readonly message: string;
  /** A second, quieter sentence: why, or what to do. */
  readonly detail?: string | undefined;
  readonly action?:
    | { readonly label: string; readonly icon?: IconName | undefined; readonly onPress: () => void }
    | undefined;
  /** How long it stays, ms; it stays until dismissed where this is missing. */
  readonly stayMs?: number | undefined;
}

/** Why a toast left. */
export type ToastLeaving = 'time-up' | 'dismissed' | 'pushed-out';

/** What the toasts are drawn from. */
export interface ToastRegionProps {
  /** Its accessible name. */
  label: string;
  /** Oldest first. */
  toasts: readonly Toast[];
  /** The accessible name of the close button. */
  dismissLabel: string;
  /** The owner takes the toast out of `toasts`. */
  onLeave: (id: string, why: ToastLeaving) => void;
  /** Where it stands: over the page's lower end, or in the flow of what it is drawn in. */
  where?: 'floating' | 'inline' | undefined;
}

/** No more than this many at once; an older one gives way to a new one. */
export const toastsAtOnce = 3;

const icons: Readonly<Record<ToastKind, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
};

/**
 * The toasts, spoken as they come. Time is told by the bar's own animation: it holds while the pointer or the focus is
 * on any toast, and no timer of ours runs. Draw it always, also empty, or the first message is not read aloud.
 */
export function ToastRegion({
  label,
  toasts,
  dismissLabel,
  onLeave,
  where = 'floating',
}: ToastRegionProps): VNode {
  const shown = toasts.slice(-toastsAtOnce);
  const pushedOut = toasts.slice(0, -toastsAtOnce);

  useEffect(() => {
    for (const { id } of pushedOut) onLeave(id, 'pushed-out');
  });

  return (
    <section class="ss-toasts" aria-label={label} data-where={where}>
      <div class="ss-toasts-stack" role="status" aria-atomic="false" aria-relevant="additions text">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} dismissLabel={dismissLabel} onLeave={onLeave} />
        ))}
      </div>
    </section>
  );
}

interface ToastCardProps {
  toast: Toast;
  dismissLabel: string;
  onLeave: ToastRegionProps['onLeave'];
}

function ToastCard({ toast, dismissLabel, onLeave }: ToastCardProps): VNode {
  const { id, kind, message, detail, action, stayMs } = toast;
  return (
    <div
      class="ss-toast"
      data-kind={kind}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave(id, 'dismissed');
      }}
    >
      <Icon name={icons[kind]} />
      <div class="ss-toast-words">
        <div dir="auto">{message}</div>
        {detail !== undefined && (
          <div class="ss-toast-detail" dir="auto">
            {detail}
          </div>
        )}
      </div>
      {action && (
        <Button size="small" icon={action.icon} onClick={action.onPress}>
          {action.label}
        </Button>
      )}
      <IconButton size="small" icon="close" label={dismissLabel} onClick={() => onLeave(id, 'dismissed')} />
      {stayMs !== undefined && (
        <span
          class="ss-toast-bar"
          aria-hidden="true"
          style={{ '--ss-stay': `${stayMs}ms` }}
          onAnimationEnd={() => onLeave(id, 'time-up')}
        />
      )}
    </div>
  );
}
