/** The settings that each profile can have of its own: what the tools in chat offer. Part of the table of all settings. */
import { choicesAtMost, isKeyChoice, type KeyChoice } from '../hotkeys/hotkeys.ts';
import {
  type BanRung,
  isRestrictionRung,
  isRung,
  type RestrictionRung,
  rungsAtMost,
  usualLadder,
  usualRestrictions,
} from '../moderation/ladder.ts';
import { buttonLimits, isLineButton, type LineButton, usualButtons } from '../moderation/line-button.ts';
import { isProfileName, type Profile } from '../moderation/profile.ts';
import {
  idOfChoice,
  isRestrictionChoice,
  type RestrictionChoice,
  restrictionButtonsAtMost,
  usualRestrictionButtons,
} from '../moderation/restriction-buttons.ts';
import { isReason, type Reason, reasonLimits } from '../moderation/reason.ts';
import { setting } from './setting.ts';
import { complaint, items, type ValueOf } from './settings-shape.ts';

/** The rows. */
export const profileTable = {
  'moderation.timeoutPresets': setting({
    group: 'moderation',
    shape: { kind: 'integers', min: 1, max: 1_209_600, minItems: 1, maxItems: 12, unit: 'seconds' },
    default: [1, 60, 600, 3_600, 86_400, 604_800],
    what: 'Lengths of the timeouts offered in the menu. Twitch takes up to two weeks.',
  }),
  'moderation.defaultReason': setting({
    group: 'moderation',
    shape: { kind: 'text', maxLength: 500 },
    default: '',
    what: 'Reason given with every action that has none of its own.',
  }),
  'moderation.buttons': setting({
    group: 'moderation',
    shape: items<LineButton>({
      what: 'buttons',
      isItem: isLineButton,
      minItems: 0,
      maxItems: buttonLimits.buttons,
      unlike: ({ id }) => id,
    }),
    default: usualButtons,
    what: 'The buttons of a chat line, in their order.',
  }),
  'moderation.chzzkButtons': setting({
    group: 'moderation',
    shape: items<RestrictionChoice>({
      what: 'buttons',
      isItem: isRestrictionChoice,
      minItems: 0,
      maxItems: restrictionButtonsAtMost,
      unlike: idOfChoice,
    }),
    default: usualRestrictionButtons,
    what: 'The buttons of a line in CHZZK’s chat, in their order.',
  }),
  'moderation.reasons': setting({
    group: 'moderation',
    shape: items<Reason>({
      what: 'reasons',
      isItem: isReason,
      minItems: 0,
      maxItems: reasonLimits.reasons,
      unlike: ({ text, channel = '' }) => `${channel} ${text}`,
    }),
    default: [],
    what: 'Reasons to choose from, for all channels or for one.',
  }),
  'moderation.ladder': setting({
    group: 'moderation',
    shape: items<BanRung>({ what: 'steps', isItem: isRung, minItems: 1, maxItems: rungsAtMost }),
    default: usualLadder,
    what: 'What the button “Next step” does at the first offence, the second, and so on.',
  }),
  'moderation.chzzkLadder': setting({
    group: 'moderation',
    shape: items<RestrictionRung>({
      what: 'steps',
      isItem: isRestrictionRung,
      minItems: 1,
      maxItems: rungsAtMost,
    }),
    default: usualRestrictions,
    what: 'What the button “Next step” does on CHZZK at the first offence, the second, and so on.',
  }),
  'moderation.ladderDays': setting({
    group: 'moderation',
    shape: { kind: 'whole', min: 1, max: 365 },
    default: 30,
    what: 'For how many days an offence counts.',
  }),
  'moderation.keys': setting({
    group: 'moderation',
    shape: items<KeyChoice>({
      what: 'keys',
      isItem: isKeyChoice,
      minItems: 0,
      maxItems: choicesAtMost,
      unlike: ({ id }) => id,
    }),
    default: [],
    what: 'Hotkeys that differ from the usual ones; an empty key takes a hotkey away.',
  }),
} as const;

type Table = typeof profileTable;

/** The name of a setting that a profile can have of its own. */
export type ProfileKey = keyof Table;

/** These settings with their values. */
export type ProfileSettings = { readonly [Key in ProfileKey]: ValueOf<Table[Key]['shape']> };

/** Whether `key` is one of them. */
export function isProfileKey(key: string): key is ProfileKey {
  return Object.hasOwn(profileTable, key);
}

/** Whether `value` is a profile. */
export function isProfile(value: unknown): value is Profile {
  if (typeof value !== 'object' || value === null) return false;
  const { name, own, ...rest } = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(rest).length === 0 &&
    isProfileName(name) &&
    name.trim() !== '' &&
    typeof own === 'object' &&
    own !== null &&
    !Array.isArray(own) &&
    Object.entries(own).every(
      ([key, content]) => isProfileKey(key) && complaint(profileTable[key].shape, content) === undefined,
    )
  );
}
