import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

import { chordOf, chordText } from '../../lib/hotkeys/chord.ts';
import {
  type Hotkey,
  hotkeyCategories,
  type HotkeyId,
  hotkeysAt,
  hotkeysOf,
  withKey,
} from '../../lib/hotkeys/hotkeys.ts';
import { hotkeyText } from '../../lib/moderation/button-words.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Kbd } from '../Kbd.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import type { Shortcut } from './actions.ts';
import { type SettingsSectionProps, SettingsFailure } from './Moderation.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card, Page } from './Section.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** What the section is drawn from. */
export interface KeysProps extends SettingsSectionProps {
  shortcuts: readonly Shortcut[];
}

/** Every hotkey and its key. A key is set by pressing it. */
export function Keys({ state, actions, shortcuts }: KeysProps): VNode {
  const { settings, settingsFailure, savings } = state;
  const [taking, setTaking] = useState<HotkeyId | undefined>();
  const choices = settings?.['moderation.keys'] ?? [];
  const buttons = settings?.['moderation.buttons'] ?? [];
  const all = hotkeysOf({ buttons, lengths: settings?.['moderation.timeoutPresets'] ?? [], choices });
  const set = (id: HotkeyId, chord: string): void => {
    setTaking(undefined);
    actions.write('moderation.keys', withKey(choices, id, chord));
  };

  return (
    <Page
      title={text('keysTitle')}
      lead={text('keysLead')}
      actions={
        <>
          <SavedMark saving={savings['moderation.keys']} />
          <Button
            icon="refresh"
            disabled={choices.length === 0}
            onClick={() => actions.write('moderation.keys', [])}
          >
            {text('keysReset')}
          </Button>
        </>
      }
    >
      {settingsFailure && <SettingsFailure failure={settingsFailure} onRetry={actions.reloadSettings} />}
      {!settings && !settingsFailure && <SkeletonRows count={6} label={text('optionsLoading')} />}
      {settings &&
        hotkeyCategories.map(({ id, title }) => (
          <Card key={id} title={text(title)} flush>
            <ul class="ss-keys">
              {all
                .filter(({ category }) => category === id)
                .map((hotkey) => (
                  <KeyRow
                    key={hotkey.id}
                    hotkey={hotkey}
                    name={hotkeyText(hotkey, buttons)}
                    rivals={hotkeysAt(all, hotkey.chord)
                      .filter((other) => other.id !== hotkey.id)
                      .map((other) => hotkeyText(other, buttons))}
                    isTaking={taking === hotkey.id}
                    onTake={() => setTaking(hotkey.id)}
                    onLeave={() => setTaking(undefined)}
                    onSet={(chord) => set(hotkey.id, chord)}
                  />
                ))}
            </ul>
          </Card>
        ))}
      <Shortcuts shortcuts={shortcuts} actions={actions} />
    </Page>
  );
}

interface KeyRowProps {
  hotkey: Hotkey;
  name: string;
  /** What else has the same key. */
  rivals: readonly string[];
  isTaking: boolean;
  onTake: () => void;
  onLeave: () => void;
  onSet: (chord: string) => void;
}

function KeyRow({ hotkey, name, rivals, isTaking, onTake, onLeave, onSet }: KeyRowProps): VNode {
  // While a key is taken nothing else on the page may hear it. Before the next key can come: it may come fast.
  useLayoutEffect(() => {
    if (!isTaking) return undefined;
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') {
        onLeave();
        return;
      }
      const chord = chordOf(event);
      event.preventDefault();
      event.stopImmediatePropagation();
      if (chord !== undefined) onSet(chord);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  });

  const words = text(hotkey.chord === '' ? 'keyChoose' : 'keyChange');
  return (
    <li class="ss-key">
      <span class="ss-key-name">
        {name}
        {rivals.length > 0 && (
          <span class="ss-key-rivals" role="status">
            <Icon name="warning" size={14} />
            {text('keyConflict', rivals.join(', '))}
          </span>
        )}
      </span>
      <div class="ss-key-tools">
        {hotkey.chord !== '' && !isTaking && <Kbd keys={chordText(hotkey.chord)} />}
        <Button
          size="small"
          aria-label={isTaking ? undefined : `${words}: ${name}`}
          aria-pressed={isTaking}
          onClick={isTaking ? onLeave : onTake}
          onBlur={onLeave}
        >
          {isTaking ? text('keyPress') : words}
        </Button>
        <IconButton
          size="small"
          icon="close"
          label={text('keyClear', name)}
          disabled={hotkey.chord === ''}
          onClick={() => onSet('')}
        />
      </div>
    </li>
  );
}
