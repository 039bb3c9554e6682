/**
 * Every hotkey: what it does, to which category it belongs, and the key that it has until the user says otherwise. Buttons
 * of the user's own and the lengths of the menu join the table; they have no key of their own at first.
 */
import type { Platform } from '../chat/message.ts';
import { barTerms } from '../moderation/ladder.ts';
import { type LineButton, moreButtons, type Step, usualButtons } from '../moderation/line-button.ts';
import type { TextKey } from '../text.ts';
import { isChord } from './chord.ts';

/** Hotkeys with the same key in the same place get in each other's way; categories are also how they are listed. */
export type HotkeyCategory = 'lines' | 'actions' | 'lengths' | 'panels' | 'queues' | 'help';

/** The categories in the order in which they are shown. */
export const hotkeyCategories: readonly { readonly id: HotkeyCategory; readonly title: TextKey }[] = [
  { id: 'lines', title: 'keysLines' },
  { id: 'actions', title: 'keysActions' },
  { id: 'lengths', title: 'keysLengths' },
  { id: 'panels', title: 'keysPanels' },
  { id: 'queues', title: 'keysQueues' },
  { id: 'help', title: 'keysHelp' },
];

/** A panel that opens from the edge of chat. */
export type PanelId = 'requests' | 'sweep' | 'room' | 'manage';

/** What a hotkey does. */
export type HotkeyId =
  | 'line.down'
  | 'line.up'
  | 'line.newest'
  | 'line.leave'
  | 'line.undo'
  | 'help.keys'
  /** Opens a panel, whether a line is meant or not. */
  | `open.${PanelId}`
  /** See `queue-hotkeys.ts`. */
  | `queue.${string}`
  /** A button of the line, shown or not. */
  | `button:${string}`
  /** A timeout of so many seconds. */
  | `length:${number}`
  /** A restriction for so many seconds, or `for-good`. */
  | `term:${string}`;

/** One row. */
export interface Hotkey {
  readonly id: HotkeyId;
  readonly category: HotkeyCategory;
  /** See `chord.ts`; empty: none. */
  readonly chord: string;
  /** The user gave it this key. */
  readonly isChosen?: true;
}

/** A key that the user gave to a hotkey; an empty one takes its key away. */
export interface KeyChoice {
  readonly id: string;
  readonly chord: string;
}

const ofButtons: Readonly<Record<string, string>> = {
  timeout: 't',
  ban: 'b',
  delete: 'd',
  warn: 'w',
  next: 'n',
  unban: 'u',
  pin: 'p',
  copy: 'c',
  length: 'o',
  sweep: 's',
};

/** Keys of buttons that only some platforms have: those of what comes nearest to them elsewhere, where there is such a thing. */
const ofOthers: Readonly<Record<string, string>> = { quiet: 't', blind: 'd', unpin: 'Shift+p' };

/** Where there are these panels, and their keys: with Shift, since the page's own player has the plain letters. */
const panels: Readonly<Record<PanelId, { readonly on: readonly Platform[]; readonly chord: string }>> = {
  requests: { on: ['twitch'], chord: 'Shift+q' },
  sweep: { on: ['twitch', 'chzzk'], chord: 'Shift+s' },
  room: { on: ['chzzk'], chord: 'Shift+h' },
  manage: { on: ['chzzk'], chord: 'Shift+m' },
};

const panelIds = Object.keys(panels) as readonly PanelId[];

/** The panel that a hotkey opens. */
export const panelOf = ({ id }: Hotkey): PanelId | undefined =>
  panelIds.find((panel) => id === `open.${panel}`);

/** The table, with the keys that hold until the user chooses others. */
export const hotkeys: readonly Hotkey[] = [
  { id: 'line.down', category: 'lines', chord: 'j' },
  { id: 'line.up', category: 'lines', chord: 'k' },
  { id: 'line.newest', category: 'lines', chord: 'Shift+j' },
  { id: 'line.leave', category: 'lines', chord: 'Escape' },
  ...[...usualButtons, ...moreButtons]
    .filter(({ id }) => id !== 'lengths')
    .map(({ id }) => ({
      id: `button:${id}` as const,
      category: 'actions' as const,
      chord: ofButtons[id] ?? '',
    })),
  { id: 'line.undo', category: 'actions', chord: 'z' },
  ...panelIds.map((id) => ({
    id: `open.${id}` as const,
    category: 'panels' as const,
    chord: panels[id].chord,
  })),
  { id: 'help.keys', category: 'help', chord: '?' },
];

/** What joins the table from the settings. */
export interface HotkeySources {
  readonly buttons: readonly LineButton[];
  /** Lengths of the menu, s. */
  readonly lengths: readonly number[];
  readonly choices: readonly KeyChoice[];
  /** The buttons are all that the platform has. */
  readonly only?: boolean;
  /** Where the keys hold; absent: on Twitch. `nowhere`: in a chat at whose edge no panel opens. */
  readonly panelsOf?: Platform | 'nowhere';
}

/** Every hotkey of this user, with the key that it has now. */
export function hotkeysOf(sources: HotkeySources): readonly Hotkey[] {
  const { buttons, lengths, choices, only = false, panelsOf = 'twitch' } = sources;
  const isThere = (hotkey: Hotkey): boolean => {
    const panel = panelOf(hotkey);
    if (panel !== undefined) return panels[panel].on.some((platform) => platform === panelsOf);
    const { id } = hotkey;
    return !only || !id.startsWith('button:') || buttons.some((button) => id === `button:${button.id}`);
  };
  const known = new Set<string>(hotkeys.map(({ id }) => id));
  const own = buttons
    .filter(({ id, steps }) => !known.has(`button:${id}`) && !isMenu(steps[0]))
    .map(({ id }): Hotkey => {
      const chord = only ? (ofOthers[id] ?? '') : '';
      return { id: `button:${id}`, category: 'actions', chord };
    });
  const hasTerms = buttons.some(({ steps }) => steps[0]?.do === 'terms');
  const all: readonly Hotkey[] = [
    ...hotkeys.filter(isThere),
    ...own,
    ...lengths.map((seconds): Hotkey => ({ id: `length:${seconds}`, category: 'lengths', chord: '' })),
    ...(hasTerms ? [...barTerms, forGood] : []).map((term): Hotkey => ({
      id: `term:${term}`,
      category: 'lengths',
      chord: '',
    })),
  ];
  return withChoices(all, choices);
}

/** `all` with the keys that the user gave them. */
export function withChoices(all: readonly Hotkey[], choices: readonly KeyChoice[]): readonly Hotkey[] {
  const chosen = new Map(choices.map(({ id, chord }) => [id, chord]));
  return all.map((hotkey) => {
    const chord = chosen.get(hotkey.id);
    return chord === undefined ? hotkey : { ...hotkey, chord, isChosen: true };
  });
}

/** What a restriction without an end is called among the terms. */
export const forGood = 'for-good';

/** Menus are opened by hand. */
const isMenu = (step: Step | undefined): boolean => step?.do === 'lengths' || step?.do === 'terms';

/**
 * The hotkeys that have the key `chord`; the first is the one that counts. What the user chose goes before what is usual: a later
 * version's new hotkey takes no key away.
 */
export function hotkeysAt(all: readonly Hotkey[], chord: string): readonly Hotkey[] {
  if (chord === '') return [];
  const found = all.filter((hotkey) => hotkey.chord === chord);
  return [...found.filter(({ isChosen }) => isChosen), ...found.filter(({ isChosen }) => !isChosen)];
}

/** `choices` with `chord` for the hotkey `id`, one of those above or of `more`; its usual key is no choice. */
export function withKey(
  choices: readonly KeyChoice[],
  id: HotkeyId,
  chord: string,
  more: readonly Hotkey[] = [],
): readonly KeyChoice[] {
  const others = choices.filter((choice) => choice.id !== id);
  const usual =
    [...hotkeys, ...more].find((hotkey) => hotkey.id === id)?.chord ??
    ofOthers[id.replace('button:', '')] ??
    '';
  return chord === usual ? others : [...others, { id, chord }];
}

/** The most choices that are kept. */
export const choicesAtMost = 200;

/** Whether `value` is a choice. */
export function isKeyChoice(value: unknown): value is KeyChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { id, chord, ...rest } = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(rest).length === 0 &&
    typeof id === 'string' &&
    /^[a-z]+[.:][a-z0-9-]{1,40}$/.test(id) &&
    isChord(chord)
  );
}
