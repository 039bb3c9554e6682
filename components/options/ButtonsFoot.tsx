import type { VNode } from 'preact';

import { buttonText, iconOf } from '../../lib/moderation/button-words.ts';
import type { LineButton, Step } from '../../lib/moderation/line-button.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Menu } from '../Menu.tsx';

/** What {@link ButtonsFoot} is drawn from. */
export interface ButtonsFootProps {
  /** Buttons that can be added as they are. */
  absent: readonly LineButton[];
  isFull: boolean;
  onAdd: (button: LineButton) => void;
  /** The user wants one of their own. */
  onOwn: () => void;
  onReset: () => void;
}

/** The entry of the menu that makes a button of one's own. */
const own = 'own';

/** A button of one's own that does `step` and has an id that no other one has. */
export const newButton = (step: Step): LineButton => ({
  id: `own-${crypto.randomUUID().slice(0, 8)}`,
  steps: [step],
});

/** What stands below a list of buttons: adding one, and going back to the usual ones. */
export function ButtonsFoot({ absent, isFull, onAdd, onOwn, onReset }: ButtonsFootProps): VNode {
  return (
    <div class="ss-buttons-actions">
      <Menu
        icon="plus"
        label={text('buttonAdd')}
        disabled={isFull}
        groups={[
          {
            items: absent.map((button) => ({
              id: button.id,
              label: buttonText(button),
              icon: iconOf(button),
            })),
          },
          { items: [{ id: own, label: text('buttonOwn'), icon: 'edit' }] },
        ]}
        onSelect={(id) => {
          const known = absent.find((button) => button.id === id);
          if (known) onAdd(known);
          else onOwn();
        }}
      />
      <Button kind="quiet" icon="refresh" onClick={onReset}>
        {text('buttonsReset')}
      </Button>
    </div>
  );
}
