import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { IconButton } from './IconButton.tsx';
import { useId } from './use-id.ts';

/** What a dialog is drawn from. */
export interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** Buttons, the harmless one first: it gets the focus where there is nothing to fill in. */
  actions?: ComponentChildren;
  closeLabel: string;
  /** Esc, the close button, or a press beside it. The owner takes it away. */
  onClose: () => void;
  /** 320, 440 or 640 px wide, if there is room. */
  size?: 'small' | 'normal' | 'wide' | undefined;
  /** Only its own buttons close it: something is at stake. */
  insistent?: boolean | undefined;
}

/** A modal dialog, open as long as it is drawn. The focus stays inside, and returns to where it was. */
export function Dialog({
  title,
  children,
  actions,
  closeLabel,
  onClose,
  size = 'normal',
  insistent = false,
}: DialogProps): VNode {
  const id = useId();
  const dialogRef = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = dialogRef.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={dialogRef}
      class="ss-dialog"
      data-size={size}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // The browser closes it without asking when Esc comes twice.
        if (event.target === event.currentTarget && event.currentTarget.isConnected) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        if (!insistent && event.target === event.currentTarget) onClose();
      }}
    >
      <div class="ss-dialog-frame">
        <h2 id={id} class="ss-dialog-title">
          {title}
        </h2>
        <div class="ss-dialog-body">{children}</div>
        {actions !== undefined && <div class="ss-dialog-actions">{actions}</div>}
        {/* Last in order, first to the eye: the focus should go to what the dialog is about. */}
        <span class="ss-dialog-close">
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </span>
      </div>
    </dialog>
  );
}
