/**
 * The buttons of a chat line as data: what each does, how it looks, and when it is there. The user chooses and orders them.
 */
import { loginShape } from '../id-shapes.ts';
import { roleKinds } from './action.ts';
import { isLength } from './ladder.ts';

/** What a button does, one step after the other. */
export type Step =
  /** Without `seconds` the length is asked for each time. */
  | { readonly do: 'timeout'; readonly seconds?: number }
  | { readonly do: PlainStep }
  /** Writes in chat; `{user}`, `{name}`, `{message}` and `{channel}` are filled in. */
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: RestrictionStep }
  /** Without `seconds` for good. */
  | { readonly do: 'bar'; readonly seconds?: number };

/** Steps that are fully said by their name. `lengths` is the menu of timeout lengths, `next` the offence ladder. */
export const plainSteps = [
  'ban',
  'delete',
  'warn',
  'pin',
  'unban',
  'copy',
  'next',
  'lengths',
  'note',
  'watch',
  'card',
  'sweep',
  ...roleKinds,
] as const;

/** See {@link plainSteps}. */
export type PlainStep = (typeof plainSteps)[number];

/** Steps of platforms that restrict; no button of the user's own has them. `terms` is the menu of how long. */
export type RestrictionStep = 'quiet' | 'blind' | 'terms' | 'unpin';

/** Steps that other tools of the page carry out. */
export type ToolStep = 'note' | 'watch' | 'card' | 'sweep';

/** Colours that a button can have; all of them have their shade in every theme. */
export const buttonColours = ['plain', 'red', 'amber', 'green', 'blue'] as const;

/** See {@link buttonColours}. */
export type ButtonColour = (typeof buttonColours)[number];

/** The icons to choose from, of `components/icons.ts`. */
export const buttonIcons = [
  'clock',
  'hourglass',
  'ban',
  'trash',
  'warning',
  'pin',
  'undo',
  'copy',
  'flag',
  'shield',
  'mute',
  'message',
  'note',
  'eye',
  'broom',
  'user',
  'star',
  'list',
  'bell',
  'lock',
  'chevron-down',
  'chevron-up',
] as const;

/** See {@link buttonIcons}. */
export type ButtonIcon = (typeof buttonIcons)[number];

/** A modifier key that must be held for a button to be there. */
export type Modifier = 'alt' | 'ctrl' | 'shift';

/** One button. Only moderators have any, in the channels that they moderate. */
export interface LineButton {
  /** Names its hotkey too. That of a button of ours is the name of what it does. */
  readonly id: string;
  /** The user's own words; absent: what it does. */
  readonly label?: string;
  /** Absent: the icon of its first step. */
  readonly icon?: ButtonIcon;
  readonly colour?: ButtonColour;
  readonly steps: readonly Step[];
  /** Whether a reason is asked for each time; `must`: nothing is done without one. Absent: the usual reason goes with it. */
  readonly ask?: 'may' | 'must';
  /** Given instead of the usual reason. */
  readonly reason?: string;
  /** It has a hotkey only. */
  readonly hidden?: true;
  /** It is there only while this key is held. */
  readonly held?: Modifier;
  /** It is there only on messages that are deleted, or only on those that are not. */
  readonly deleted?: 'only' | 'never';
  /** It is there only for people who have never written here before. */
  readonly newcomers?: true;
  /** It is there only in these channels (logins). */
  readonly channels?: readonly string[];
}

/** The usual buttons: a timeout, the menu of lengths, a ban, a deletion, and who it is. */
export const usualButtons: readonly LineButton[] = [
  { id: 'timeout', steps: [{ do: 'timeout', seconds: 600 }] },
  { id: 'lengths', steps: [{ do: 'lengths' }] },
  { id: 'ban', steps: [{ do: 'ban' }] },
  { id: 'delete', steps: [{ do: 'delete' }], deleted: 'never' },
  { id: 'card', steps: [{ do: 'card' }] },
];

/** The buttons of ours that can be added; each also has a hotkey whether it is shown or not. */
export const moreButtons: readonly LineButton[] = [
  { id: 'warn', steps: [{ do: 'warn' }], ask: 'must' },
  { id: 'next', steps: [{ do: 'next' }] },
  { id: 'unban', steps: [{ do: 'unban' }] },
  { id: 'pin', steps: [{ do: 'pin' }], deleted: 'never' },
  { id: 'copy', steps: [{ do: 'copy' }] },
  { id: 'length', steps: [{ do: 'timeout' }] },
  { id: 'note', steps: [{ do: 'note' }] },
  { id: 'watch', steps: [{ do: 'watch' }] },
  { id: 'sweep', steps: [{ do: 'sweep' }] },
  ...roleKinds.map((kind): LineButton => ({ id: kind, steps: [{ do: kind }] })),
];

/** Steps that need no power in a channel: they act on nobody. */
const quietSteps: ReadonlySet<Step['do']> = new Set(['copy', 'note', 'watch', 'card']);

/**
 * What is at the lines of a chat in which one may do nothing: the user's buttons that need no power, in their order, and after
 * them those of ours that are not among them.
 */
export function quietButtons(buttons: readonly LineButton[]): readonly LineButton[] {
  const isQuiet = ({ steps }: LineButton): boolean => steps.every((step) => quietSteps.has(step.do));
  const own = buttons.filter(isQuiet);
  const ours = [...usualButtons, ...moreButtons].filter(isQuiet);
  return [...own, ...ours.filter(({ id }) => !own.some((button) => button.id === id))];
}

/** The button `id`: the user's, or else ours. */
export function buttonOf(buttons: readonly LineButton[], id: string): LineButton | undefined {
  return [...buttons, ...usualButtons, ...moreButtons].find((button) => button.id === id);
}

/** A button that times out for so long, s. */
export function timeoutOf(seconds: number): LineButton {
  return { id: 'length', steps: [{ do: 'timeout', seconds }] };
}

/** A button that restricts somebody for so long, s, or for good; a reason can be given. */
export function restrictionOf(seconds: number | undefined): LineButton {
  return { id: 'terms', steps: [{ do: 'bar', ...(seconds !== undefined && { seconds }) }], ask: 'may' };
}

/** What decides whether a button is there now. */
export interface Occasion {
  readonly channel: string;
  readonly deleted: boolean;
  readonly newcomer: boolean;
  /** The modifier keys that are held. */
  readonly held: readonly Modifier[];
}

/** Whether `button` is there on this occasion, as far as its own conditions go. */
export function isThere(button: LineButton, occasion: Occasion): boolean {
  const { hidden, held } = button;
  return hidden !== true && (held === undefined || occasion.held.includes(held)) && fits(button, occasion);
}

/** Whether `button` is for such a message in such a channel; its hotkey asks no more. */
export function fits(button: LineButton, occasion: Omit<Occasion, 'held'>): boolean {
  const { deleted, newcomers } = button;
  return (
    (deleted === undefined || occasion.deleted === (deleted === 'only')) &&
    (newcomers !== true || occasion.newcomer) &&
    isForChannel(button, occasion.channel)
  );
}

/** Whether `button` is for `channel` (a login). */
export const isForChannel = ({ channels = [] }: LineButton, channel: string): boolean =>
  channels.length === 0 || channels.includes(channel);

/** Whether `button` makes sense for a person of whom no message is meant: on their card. */
export function isForPerson({ steps }: LineButton): boolean {
  return !steps.some((step) =>
    step.do === 'say'
      ? step.text.includes('{message}')
      : ['delete', 'pin', 'unpin', 'blind', 'copy', 'sweep'].includes(step.do),
  );
}

/** `template` with what it speaks of filled in, at most 500 letters. */
export function fillIn(
  template: string,
  message: {
    readonly user: string;
    readonly name: string;
    readonly message: string;
    readonly channel: string;
  },
): string {
  const filled = template.replace(
    /\{(user|name|message|channel)\}/g,
    (_whole, field: keyof typeof message) => message[field],
  );
  return Array.from(filled).slice(0, 500).join('');
}

/** Limits of the list and of its buttons. */
export const buttonLimits = {
  buttons: 20,
  steps: 5,
  label: 40,
  text: 500,
  reason: 500,
  channels: 50,
} as const;

type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest: number, shortest = 0): boolean =>
  typeof value === 'string' &&
  value.length >= shortest &&
  value.length <= longest &&
  !/[\p{Cc}\u2028\u2029]/u.test(value);
const isOneOf = (value: unknown, words: readonly unknown[]): boolean => words.includes(value);

/** Whether `value` is a step. */
export function isStep(value: unknown): value is Step {
  if (!isPlain(value)) return false;
  const { do: what, seconds, text, ...rest } = value;
  if (Object.keys(rest).length > 0) return false;
  if (what === 'timeout') return text === undefined && (seconds === undefined || isLength(seconds));
  if (what === 'say') return seconds === undefined && isText(text, buttonLimits.text, 1);
  return seconds === undefined && text === undefined && isOneOf(what, plainSteps);
}

/** What each field of a button must be, where it is there. */
const fields: Readonly<Record<keyof LineButton, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value),
  label: (value) => isText(value, buttonLimits.label, 1),
  icon: (value) => isOneOf(value, buttonIcons),
  colour: (value) => isOneOf(value, buttonColours),
  steps: (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= buttonLimits.steps && value.every(isStep),
  ask: (value) => isOneOf(value, ['may', 'must']),
  reason: (value) => isText(value, buttonLimits.reason, 1),
  hidden: (value) => value === true,
  held: (value) => isOneOf(value, ['alt', 'ctrl', 'shift']),
  deleted: (value) => isOneOf(value, ['only', 'never']),
  newcomers: (value) => value === true,
  channels: (value) =>
    Array.isArray(value) &&
    value.length <= buttonLimits.channels &&
    value.every((login) => typeof login === 'string' && loginShape.test(login)),
};

/** Whether `value` is a button. */
export function isLineButton(value: unknown): value is LineButton {
  return (
    isPlain(value) &&
    'id' in value &&
    'steps' in value &&
    Object.entries(value).every(
      ([field, content]) => Object.hasOwn(fields, field) && fields[field as keyof LineButton](content),
    )
  );
}
