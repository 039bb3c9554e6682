import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';

/** What the question is drawn from. */
export interface ConfirmProps {
  title: string;
  /** What comes of it. */
  hint: string;
  /** The words on the button that does it. */
  does: string;
  /** It takes something away. */
  isDanger?: boolean | undefined;
  onClose: () => void;
  onDo: () => void;
}

/** Asks whether it is really meant. */
export function Confirm({ title, hint, does, isDanger = false, onClose, onDo }: ConfirmProps): VNode {
  return (
    <Dialog
      title={title}
      closeLabel={text('close')}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            onClick={() => {
              onClose();
              onDo();
            }}
          >
            {does}
          </Button>
        </>
      }
    >
      <p>{hint}</p>
    </Dialog>
  );
}
