/**
 * The hotkeys of the queue of unban requests, a table of its own: they hold in its panel and nowhere else, so that they get in the way of
 * none at a line, and come to the page with that panel.
 */
import { text, type TextKey } from '../text.ts';
import { type Hotkey, hotkeysAt, type KeyChoice, withChoices } from './hotkeys.ts';

/** What a key does there. */
export type QueueDeed = 'down' | 'up' | 'approve' | 'deny' | 'card' | 'reload' | 'close';

const table: Readonly<Record<QueueDeed, { readonly chord: string; readonly words: TextKey }>> = {
  down: { chord: 'j', words: 'keyPleaDown' },
  up: { chord: 'k', words: 'keyPleaUp' },
  approve: { chord: 'a', words: 'keyPleaApprove' },
  deny: { chord: 'd', words: 'keyPleaDeny' },
  card: { chord: 'o', words: 'keyPleaCard' },
  reload: { chord: 'r', words: 'keyPleaReload' },
  close: { chord: 'q', words: 'keyPleaClose' },
};

const deeds = Object.keys(table) as readonly QueueDeed[];

/** The table, with the keys that hold until the user chooses others. */
export const queueHotkeys: readonly Hotkey[] = deeds.map((deed) => ({
  id: `queue.${deed}`,
  category: 'queues',
  chord: table[deed].chord,
}));

/** The same with the keys that the user gave them. */
export const queueHotkeysOf = (choices: readonly KeyChoice[]): readonly Hotkey[] =>
  withChoices(queueHotkeys, choices);

/** What a hotkey of the queue does, in words; `undefined`: it is none. */
export function queueKeyText({ id }: Hotkey): string | undefined {
  const deed = deeds.find((one) => id === `queue.${one}`);
  return deed && text(table[deed].words);
}

/** The key of a deed, empty: none. */
export const queueKeyOf = (deed: QueueDeed, choices: readonly KeyChoice[]): string =>
  queueHotkeysOf(choices).find(({ id }) => id === `queue.${deed}`)?.chord ?? '';

/** What `chord` does in the queue. */
export function queueDeedAt(chord: string, choices: readonly KeyChoice[]): QueueDeed | undefined {
  const [first] = hotkeysAt(queueHotkeysOf(choices), chord);
  return deeds.find((deed) => first?.id === `queue.${deed}`);
}
