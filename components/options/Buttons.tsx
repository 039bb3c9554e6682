import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { chordText } from '../../lib/hotkeys/chord.ts';
import { hotkeysOf } from '../../lib/hotkeys/hotkeys.ts';
import { buttonText, iconOf } from '../../lib/moderation/button-words.ts';
import {
  buttonLimits,
  isThere,
  type LineButton,
  moreButtons,
  usualButtons,
} from '../../lib/moderation/line-button.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { LineToolbar } from '../in-page/LineToolbar.tsx';
import { Kbd } from '../Kbd.tsx';
import { menuAtHand } from '../Menu.tsx';
import { ButtonForm } from './ButtonForm.tsx';
import { ButtonsFoot, newButton } from './ButtonsFoot.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface ButtonsProps {
  settings: Settings;
  onChange: (buttons: readonly LineButton[]) => void;
}

/** The buttons of a chat line: which, in which order, and what each does. Every change is saved at once. */
export function Buttons({ settings, onChange }: ButtonsProps): VNode {
  const buttons = settings['moderation.buttons'];
  const [edited, setEdited] = useState<LineButton | undefined>();
  const hotkeys = hotkeysOf({
    buttons,
    lengths: settings['moderation.timeoutPresets'],
    choices: settings['moderation.keys'],
  });
  const keyOf = (id: string): string => hotkeys.find((hotkey) => hotkey.id === id)?.chord ?? '';
  const absent = [...usualButtons, ...moreButtons].filter(
    ({ id }) => !buttons.some((button) => button.id === id),
  );

  const save = (button: LineButton): void => {
    const isNew = !buttons.some(({ id }) => id === button.id);
    onChange(isNew ? [...buttons, button] : buttons.map((old) => (old.id === button.id ? button : old)));
    setEdited(undefined);
  };

  return (
    <div class="ss-buttons">
      <Preview settings={settings} keyOf={keyOf} />
      <Rows
        label={text('buttons')}
        items={buttons}
        keyOf={({ id }) => id}
        nameOf={buttonText}
        draw={(button) => (
          <span class="ss-button-row" data-colour={button.colour}>
            <Icon name={iconOf(button)} />
            <span class="ss-cut">{buttonText(button)}</span>
            {keyOf(`button:${button.id}`) !== '' && <Kbd keys={chordText(keyOf(`button:${button.id}`))} />}
            {conditions(button).map((words) => (
              <Badge key={words}>{words}</Badge>
            ))}
          </span>
        )}
        more={(button) => (
          <IconButton
            size="small"
            icon="edit"
            label={text('buttonEdit', buttonText(button))}
            onClick={() => setEdited(button)}
          />
        )}
        onChange={onChange}
      />
      <ButtonsFoot
        absent={absent}
        isFull={buttons.length >= buttonLimits.buttons}
        onAdd={(button) => onChange([...buttons, button])}
        onOwn={() => setEdited(newButton({ do: 'timeout', seconds: 600 }))}
        onReset={() => onChange(usualButtons)}
      />
      {edited && <ButtonForm button={edited} onSave={save} onClose={() => setEdited(undefined)} />}
    </div>
  );
}

/** When a button is there, where that is not always. */
function conditions({ hidden, held, deleted, newcomers, channels = [] }: LineButton): readonly string[] {
  return [
    ...(hidden === true ? [text('buttonHidden')] : []),
    ...(held === undefined ? [] : [text('buttonWhileHeld', modifierText(held))]),
    ...(deleted === 'only' ? [text('buttonOnlyDeleted')] : []),
    ...(newcomers === true ? [text('buttonNewcomers')] : []),
    ...channels,
  ];
}

/** The name of a modifier key, as it stands on the keyboard. */
export const modifierText = (key: 'alt' | 'ctrl' | 'shift'): string =>
  ({ alt: 'Alt', ctrl: 'Ctrl', shift: 'Shift' })[key];

const nothing = (): void => undefined;

/** The tools as they stand at a chat line. */
function Preview({ settings, keyOf }: { settings: Settings; keyOf: (id: string) => string }): VNode {
  const message: ChatMessage = {
    channel: { platform: 'twitch', login: 'preview' },
    author: { login: 'rocketradish', name: 'RocketRadish' },
    text: text('previewLine'),
    deleted: false,
  };
  const occasion = { channel: '', deleted: false, newcomer: true, held: ['alt', 'ctrl', 'shift'] } as const;
  return (
    <div class="ss-preview" role="group" aria-label={text('preview')}>
      <p>
        <b>{message.author.name}</b>: {message.text}
      </p>
      <div class="ss-preview-tools">
        <LineToolbar
          message={message}
          standing={undefined}
          buttons={settings['moderation.buttons'].filter((button) =>
            isThere({ ...button, channels: [] }, occasion),
          )}
          keyOf={keyOf}
          next={{ rung: settings['moderation.ladder'][0] ?? { kind: 'warn' }, offence: 1 }}
          presets={settings['moderation.timeoutPresets']}
          onPress={nothing}
          onLength={nothing}
          onOtherLength={nothing}
          onMenu={nothing}
          menu={menuAtHand}
          onEscape={nothing}
        />
      </div>
    </div>
  );
}
