import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { chordText } from '../../lib/hotkeys/chord.ts';
import { hotkeysOf, type KeyChoice } from '../../lib/hotkeys/hotkeys.ts';
import { actionKinds } from '../../lib/moderation/action.ts';
import { buttonText, iconOf } from '../../lib/moderation/button-words.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import {
  idOfChoice,
  isRestrictionButton,
  type RestrictionChoice,
  restrictionButtons,
  restrictionButtonsAtMost,
  usualRestrictionButtons,
} from '../../lib/moderation/restriction-buttons.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Kbd } from '../Kbd.tsx';
import { Menu } from '../Menu.tsx';
import { ButtonForm } from './ButtonForm.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface RestrictionButtonsProps {
  chosen: readonly RestrictionChoice[];
  /** The keys that the user chose. */
  choices: readonly KeyChoice[];
  onChange: (chosen: readonly RestrictionChoice[]) => void;
}

/** The entry of the menu that makes a button of one's own. */
const own = 'own';

/**
 * Which buttons stand at a line of CHZZK's chat, in which order, and what those of one's own do; the others have their keys all the
 * same.
 */
export function RestrictionButtons({ chosen, choices, onChange }: RestrictionButtonsProps): VNode {
  const [edited, setEdited] = useState<LineButton>();
  const all = restrictionButtons(actionKinds, chosen);
  const hotkeys = hotkeysOf({ buttons: all, lengths: [], choices, only: true });
  const keyOf = (id: string): string => hotkeys.find((hotkey) => hotkey.id === `button:${id}`)?.chord ?? '';
  const buttonFor = (choice: RestrictionChoice): LineButton =>
    (typeof choice === 'string' ? all.find(({ id }) => id === choice) : choice) ?? { id: own, steps: [] };
  const nameOf = (choice: RestrictionChoice): string => buttonText(buttonFor(choice));
  const absent = all.filter(
    ({ id, hidden }) => hidden === true && isRestrictionButton(id) && !chosen.includes(id),
  );

  const add = (id: string): void => {
    if (isRestrictionButton(id)) onChange([...chosen, id]);
    else
      setEdited({ id: `own-${crypto.randomUUID().slice(0, 8)}`, steps: [{ do: 'bar', seconds: 604_800 }] });
  };
  const save = (button: LineButton): void => {
    const isNew = !chosen.some((choice) => idOfChoice(choice) === button.id);
    onChange(
      isNew
        ? [...chosen, button]
        : chosen.map((choice) => (idOfChoice(choice) === button.id ? button : choice)),
    );
    setEdited(undefined);
  };

  return (
    <div class="ss-buttons">
      <Rows
        label={text('buttonsChzzk')}
        items={chosen}
        keyOf={idOfChoice}
        nameOf={nameOf}
        draw={(choice) => (
          <span class="ss-button-row" data-colour={buttonFor(choice).colour}>
            <Icon name={iconOf(buttonFor(choice))} />
            <span class="ss-cut">{nameOf(choice)}</span>
            {keyOf(idOfChoice(choice)) !== '' && <Kbd keys={chordText(keyOf(idOfChoice(choice)))} />}
          </span>
        )}
        more={(choice) =>
          typeof choice !== 'string' && (
            <IconButton
              size="small"
              icon="edit"
              label={text('buttonEdit', nameOf(choice))}
              onClick={() => setEdited(choice)}
            />
          )
        }
        onChange={onChange}
      />
      <div class="ss-buttons-actions">
        <Menu
          icon="plus"
          label={text('buttonAdd')}
          disabled={chosen.length >= restrictionButtonsAtMost}
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
          onSelect={add}
        />
        <Button kind="quiet" icon="refresh" onClick={() => onChange(usualRestrictionButtons)}>
          {text('buttonsReset')}
        </Button>
      </div>
      {edited && (
        <ButtonForm button={edited} isRestriction onSave={save} onClose={() => setEdited(undefined)} />
      )}
    </div>
  );
}
