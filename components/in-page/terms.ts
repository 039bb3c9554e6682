/** For how long somebody can be restricted, as a menu offers it. */
import { chordText } from '../../lib/hotkeys/chord.ts';
import { forGood } from '../../lib/hotkeys/hotkeys.ts';
import { daysText } from '../../lib/moderation/duration.ts';
import { barTerms } from '../../lib/moderation/ladder.ts';
import { text } from '../../lib/text.ts';
import type { MenuButtonProps } from '../MenuButton.tsx';

/** The entries of the menu, with the keys that `keyOf` says (empty: none). */
export function termGroups(keyOf: (hotkeyId: string) => string): MenuButtonProps['groups'] {
  const entry = (id: string, label: string) => {
    const chord = keyOf(`term:${id}`);
    return { id, label, ...(chord !== '' && { keys: chordText(chord) }) };
  };
  return [
    { items: barTerms.map((seconds) => entry(String(seconds), daysText(seconds))) },
    { items: [entry(forGood, text('barForGood'))] },
  ];
}

/** What the entry `id` says: s, or for good. */
export const termOf = (id: string): number | undefined => (id === forGood ? undefined : Number(id));
