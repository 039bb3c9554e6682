import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { roleTexts } from '../../lib/channel/role.ts';
import { chordText } from '../../lib/hotkeys/chord.ts';
import { type Hotkey, hotkeyCategories, type KeyChoice, panelOf } from '../../lib/hotkeys/hotkeys.ts';
import { queueHotkeysOf, queueKeyText } from '../../lib/hotkeys/queue-hotkeys.ts';
import { hotkeyText } from '../../lib/moderation/button-words.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import type { Acting } from '../../lib/pages/desk.ts';
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { Kbd } from '../Kbd.tsx';

/** What the sheet is drawn from. */
export interface CheatSheetProps {
  hotkeys: readonly Hotkey[];
  buttons: readonly LineButton[];
  /** The keys that the user chose. */
  choices: readonly KeyChoice[];
  /** The profile that is in force, where it is not the usual one. */
  profile: string | undefined;
  /** Who acts here, and what they are here, where that is known. */
  who: Acting | undefined;
  /** There are user cards here, on which keys hold too. */
  hasCards: boolean;
  onClose: () => void;
}

/** All hotkeys that have a key, over the page; any press beside it, Esc or its own key closes it. */
export function CheatSheet(props: CheatSheetProps): VNode {
  const { hotkeys, buttons, choices, profile, who, hasCards, onClose } = props;
  const sheetRef = useRef<HTMLDivElement>(null);
  // Whoever moderates on Twitch has a queue there.
  const hasQueue = who !== undefined && who.role !== 'none';
  const all = hasQueue ? [...hotkeys, ...queueHotkeysOf(choices)] : hotkeys;
  useLayoutEffect(() => {
    const sheet = sheetRef.current;
    sheet?.showPopover();
    sheet?.focus({ preventScroll: true });
    return () => {
      if (sheet?.matches(':popover-open')) sheet.hidePopover();
    };
  }, []);

  return (
    <div
      ref={sheetRef}
      class="ss-sheet"
      role="dialog"
      aria-label={text('keysTitle')}
      tabIndex={-1}
      popover="auto"
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{text('keysTitle')}</h2>
        <IconButton size="small" icon="close" label={text('close')} onClick={onClose} />
      </header>
      {profile !== undefined && <p class="ss-sheet-profile">{text('profileIs', profile)}</p>}
      {who && (
        <p class="ss-sheet-profile">
          {text(
            'keysAs',
            who.login,
            roleTexts(who.role, who.also)
              .map((role) => text(role))
              .join(' · '),
          )}
        </p>
      )}
      <p>
        {text('keysLead')}
        {hasCards && ` ${text('keysLeadCard')}`}
        {hasQueue && ` ${text('keysLeadQueue')}`}
        {hotkeys.some(panelOf) && ` ${text('keysLeadPanels')}`}
      </p>
      <div class="ss-sheet-parts">
        {hotkeyCategories.map(({ id, title }) => {
          const rows = all.filter(({ category, chord }) => category === id && chord !== '');
          if (rows.length === 0) return null;
          return (
            <section key={id}>
              <h3>{text(title)}</h3>
              <dl>
                {rows.map((hotkey) => (
                  <div key={hotkey.id}>
                    <dt>{queueKeyText(hotkey) ?? hotkeyText(hotkey, buttons)}</dt>
                    <dd>
                      <Kbd keys={chordText(hotkey.chord)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </div>
  );
}
