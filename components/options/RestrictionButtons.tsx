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
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Kbd } from '../Kbd.tsx';
import { ButtonForm } from './ButtonForm.tsx';
import { ButtonsFoot, newButton } from './ButtonsFoot.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface RestrictionButtonsProps {
  chosen: readonly RestrictionChoice[];
  /** The keys that the user chose. */
  choices: readonly KeyChoice[];
  onChange: (chosen: readonly RestrictionChoice[]) => void;
}

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
    (typeof choice === 'string' ? all.find(({ id }) => id === choice) : choice) ?? { id: '', steps: [] };
  const nameOf = (choice: RestrictionChoice): string => buttonText(buttonFor(choice));
  const absent = all.filter(
    ({ id, hidden }) => hidden === true && isRestrictionButton(id) && !chosen.includes(id),
  );

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
      <ButtonsFoot
        absent={absent}
        isFull={chosen.length >= restrictionButtonsAtMost}
        onAdd={({ id }) => isRestrictionButton(id) && onChange([...chosen, id])}
        onOwn={() => setEdited(newButton({ do: 'bar', seconds: 604_800 }))}
        onReset={() => onChange(usualRestrictionButtons)}
      />
      {edited && (
        <ButtonForm button={edited} isRestriction onSave={save} onClose={() => setEdited(undefined)} />
      )}
    </div>
  );
}
