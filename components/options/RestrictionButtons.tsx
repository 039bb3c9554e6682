import type { VNode } from 'preact';

import { chordText } from '../../lib/hotkeys/chord.ts';
import { hotkeysOf, type KeyChoice } from '../../lib/hotkeys/hotkeys.ts';
import { actionKinds } from '../../lib/moderation/action.ts';
import { buttonText, iconOf } from '../../lib/moderation/button-words.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import {
  isRestrictionButton,
  type RestrictionButton,
  restrictionButtons,
  usualRestrictionButtons,
} from '../../lib/moderation/restriction-buttons.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { Kbd } from '../Kbd.tsx';
import { Menu } from '../Menu.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface RestrictionButtonsProps {
  chosen: readonly RestrictionButton[];
  /** The keys that the user chose. */
  choices: readonly KeyChoice[];
  onChange: (chosen: readonly RestrictionButton[]) => void;
}

/** Which buttons stand at a line of CHZZK's chat, and in which order; the others have their keys all the same. */
export function RestrictionButtons({ chosen, choices, onChange }: RestrictionButtonsProps): VNode {
  const all = restrictionButtons(actionKinds, chosen);
  const hotkeys = hotkeysOf({ buttons: all, lengths: [], choices, only: true });
  const keyOf = (id: string): string => hotkeys.find((hotkey) => hotkey.id === `button:${id}`)?.chord ?? '';
  const shown = all.filter(({ id, hidden }) => hidden !== true && isRestrictionButton(id));
  const absent = all.filter(({ hidden }) => hidden === true);
  const change = (buttons: readonly Pick<LineButton, 'id'>[]): void =>
    onChange(buttons.map(({ id }) => id).filter(isRestrictionButton));
  return (
    <div class="ss-buttons">
      <Rows
        label={text('buttonsChzzk')}
        items={shown}
        keyOf={({ id }) => id}
        nameOf={buttonText}
        draw={(button) => (
          <span class="ss-button-row">
            <Icon name={iconOf(button)} />
            <span class="ss-cut">{buttonText(button)}</span>
            {keyOf(button.id) !== '' && <Kbd keys={chordText(keyOf(button.id))} />}
          </span>
        )}
        onChange={change}
      />
      <div class="ss-buttons-actions">
        <Menu
          icon="plus"
          label={text('buttonAdd')}
          disabled={absent.length === 0}
          groups={[
            {
              items: absent.map((button) => ({
                id: button.id,
                label: buttonText(button),
                icon: iconOf(button),
              })),
            },
          ]}
          onSelect={(id) => change([...shown, { id }])}
        />
        <Button kind="quiet" icon="refresh" onClick={() => onChange(usualRestrictionButtons)}>
          {text('buttonsReset')}
        </Button>
      </div>
    </div>
  );
}
