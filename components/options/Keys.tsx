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
import { queueHotkeys, queueHotkeysOf, queueKeyText } from '../../lib/hotkeys/queue-hotkeys.ts';
import { actionKinds } from '../../lib/moderation/action.ts';
import { hotkeyText } from '../../lib/moderation/button-words.ts';
import { restrictionButtons } from '../../lib/moderation/restriction-buttons.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Kbd } from '../Kbd.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import type { Shortcut } from './actions.ts';
import { type SettingsSectionProps, SettingsFailure } from './Moderation.tsx';
import { type Shown, useScope } from './profiles/scope.ts';
import { OwnMark, ShownProfile } from './profiles/ShownProfile.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card, Page } from '../Section.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** What the section is drawn from. */
export interface KeysProps extends SettingsSectionProps {
  shortcuts: readonly Shortcut[];
  shown: Shown;
}

const lead = (): string => `${text('keysLead')} ${text('keysLeadCard')} ${text('keysLeadQueue')}`;

/** Every hotkey and its key. A key is set by pressing it. */
export function Keys(props: KeysProps): VNode {
  const { settings, settingsFailure } = props.state;
  if (settings) return <KnownKeys {...props} all={settings} />;
  return (
    <Page title={text('keysTitle')} lead={lead()}>
      {settingsFailure ? (
        <SettingsFailure failure={settingsFailure} onRetry={props.actions.reloadSettings} />
      ) : (
        <SkeletonRows count={6} label={text('optionsLoading')} />
      )}
      <Shortcuts shortcuts={props.shortcuts} actions={props.actions} />
    </Page>
  );
}

function KnownKeys({ state, actions, shortcuts, shown, all: every }: KeysProps & { all: Settings }): VNode {
  const scope = useScope(every, state.savings, shown, actions);
  const [taking, setTaking] = useState<HotkeyId | undefined>();
  const { settings } = scope;
  const choices = settings['moderation.keys'];
  const buttons = settings['moderation.buttons'];
  const all = hotkeysOf({ buttons, lengths: settings['moderation.timeoutPresets'], choices });
  const others = restrictionButtons(actionKinds);
  const onChzzk = hotkeysOf({ buttons: others, lengths: [], choices, only: true, panelsOf: 'chzzk' });
  const inQueue = queueHotkeysOf(choices);
  const known = new Set(all.map(({ id }) => id));
  const nameOf = (hotkey: Hotkey): string =>
    queueKeyText(hotkey) ?? hotkeyText(hotkey, [...buttons, ...others]);
  const rivalsOf = ({ id, chord }: Hotkey): readonly string[] => {
    // Keys get in each other's way only where both are.
    const there = [
      ...(known.has(id) ? [all] : []),
      ...(onChzzk.some((one) => one.id === id) ? [onChzzk] : []),
      // In the queue of requests its own keys hold, and the one that shows all.
      ...(id.startsWith('queue.') || id === 'help.keys'
        ? [[...inQueue, ...all.filter((one) => one.id === 'help.keys')]]
        : []),
    ];
    const names = there
      .flatMap((hotkeys) => hotkeysAt(hotkeys, chord))
      .filter((other) => other.id !== id)
      .map(nameOf);
    return [...new Set(names)];
  };
  const lists: readonly (readonly [title: TextKey, hotkeys: readonly Hotkey[]])[] = [
    ...hotkeyCategories.map(
      ({ id, title }) => [title, [...all, ...inQueue].filter(({ category }) => category === id)] as const,
    ),
    ['keysChzzk', onChzzk.filter(({ id }) => !known.has(id))],
  ];
  const set = (id: HotkeyId, chord: string): void => {
    setTaking(undefined);
    scope.write('moderation.keys', withKey(choices, id, chord, queueHotkeys));
  };

  return (
    <Page
      title={text('keysTitle')}
      lead={lead()}
      actions={
        <>
          <SavedMark saving={scope.saving('moderation.keys')} />
          <Button
            icon="refresh"
            disabled={choices.length === 0}
            onClick={() => scope.write('moderation.keys', [])}
          >
            {text('keysReset')}
          </Button>
        </>
      }
    >
      {state.settingsFailure && (
        <SettingsFailure failure={state.settingsFailure} onRetry={actions.reloadSettings} />
      )}
      <ShownProfile scope={scope} shown={shown} />
      <OwnMark scope={scope} keys={['moderation.keys']} />
      {lists.map(([title, hotkeys]) => (
        <Card key={title} title={text(title)} flush>
          <ul class="ss-keys">
            {hotkeys.map((hotkey) => (
              <KeyRow
                key={hotkey.id}
                hotkey={hotkey}
                name={nameOf(hotkey)}
                rivals={rivalsOf(hotkey)}
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
