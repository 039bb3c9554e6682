/** The buttons of a chat line where people are restricted: what can be done there, which of it stands at a line, and the order. */
import type { ActionKind } from './action.ts';
import { barTerms } from './ladder.ts';
import { buttonLimits, isLineButton, type LineButton, type Step } from './line-button.ts';

const table = {
  quiet: { needs: 'quiet', button: { steps: [{ do: 'quiet' }] } },
  terms: { needs: 'bar', button: { steps: [{ do: 'terms' }], ask: 'may' } },
  // Its first step is the temporary one.
  next: { needs: 'quiet', button: { steps: [{ do: 'next' }] } },
  blind: { needs: 'blind', button: { steps: [{ do: 'blind' }], deleted: 'never' } },
  pin: { needs: 'pin', button: { steps: [{ do: 'pin' }], deleted: 'never' } },
  unpin: { needs: 'unpin', button: { steps: [{ do: 'unpin' }] } },
  card: { button: { steps: [{ do: 'card' }] } },
  note: { button: { steps: [{ do: 'note' }] } },
  watch: { button: { steps: [{ do: 'watch' }] } },
  sweep: { button: { steps: [{ do: 'sweep' }] } },
  copy: { button: { steps: [{ do: 'copy' }] } },
} as const satisfies Readonly<
  Record<string, { readonly needs?: ActionKind; readonly button: Omit<LineButton, 'id'> }>
>;

/** The name of such a button. */
export type RestrictionButton = keyof typeof table;

/** What the user chose for a line: one of ours by its name, or one of their own. */
export type RestrictionChoice = RestrictionButton | LineButton;

/** Steps of which a button of one's own can be made, in the order in which they are offered. */
export const ownSteps = [
  'bar',
  'quiet',
  'blind',
  'pin',
  'card',
  'note',
  'watch',
  'sweep',
  'copy',
] as const satisfies readonly Step['do'][];

/** Most buttons at a line. */
export const restrictionButtonsAtMost = buttonLimits.buttons;

/** All of them. */
export const restrictionButtonNames = Object.keys(table) as readonly RestrictionButton[];

/** Those at a line until the user says otherwise. What is pinned has its own, whatever is chosen. */
export const usualRestrictionButtons: readonly RestrictionButton[] = [
  'quiet',
  'terms',
  'blind',
  'pin',
  'card',
  'copy',
];

/** Whether `value` names a button that can be chosen. */
export const isRestrictionButton = (value: unknown): value is RestrictionButton =>
  value !== 'unpin' && restrictionButtonNames.some((name) => name === value);

/** Whether `value` is a button of the user's own for where people are restricted. */
export function isOwnRestriction(value: unknown): value is LineButton {
  if (typeof value !== 'object' || value === null) return false;
  const { steps, ...rest } = value as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.length <= buttonLimits.steps &&
    steps.every(isOwnStep) &&
    // Channels are told by logins, which there are none of.
    !('channels' in rest) &&
    isLineButton({ ...rest, steps: [{ do: 'copy' }] }) &&
    String(rest['id']).startsWith('own-')
  );
}

function isOwnStep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { do: what, seconds, ...rest } = value as Readonly<Record<string, unknown>>;
  const isTerm = seconds === undefined || (what === 'bar' && barTerms.some((term) => term === seconds));
  return Object.keys(rest).length === 0 && isTerm && ownSteps.some((step) => step === what);
}

/** Whether `value` can stand in the user's choice. */
export const isRestrictionChoice = (value: unknown): value is RestrictionChoice =>
  isRestrictionButton(value) || isOwnRestriction(value);

/** What a choice is known by. */
export const idOfChoice = (choice: RestrictionChoice): string =>
  typeof choice === 'string' ? choice : choice.id;

/** What a step needs that one may do; steps of the page's own tools need nothing. */
const needOf = (step: Step): ActionKind | undefined =>
  step.do === 'bar' || step.do === 'quiet' || step.do === 'blind' || step.do === 'pin' ? step.do : undefined;

/** The user's own button as it stands at a line; `undefined` where they may not do all of it. */
function ownButton(button: LineButton, kinds: readonly ActionKind[]): LineButton | undefined {
  const needs = button.steps.map(needOf).filter((kind) => kind !== undefined);
  if (!needs.every((kind) => kinds.includes(kind))) return undefined;
  // A hidden message is neither hidden nor pinned again.
  const isForLine = needs.includes('blind') || needs.includes('pin');
  return isForLine && button.deleted === undefined ? { ...button, deleted: 'never' } : button;
}

/**
 * The buttons for somebody who may do `kinds`: those that are `chosen`, in their order, and after them the others, which have
 * a hotkey only.
 */
export function restrictionButtons(
  kinds: readonly ActionKind[],
  chosen: readonly RestrictionChoice[] = usualRestrictionButtons,
): readonly LineButton[] {
  const all: readonly RestrictionChoice[] = [...chosen, 'unpin'];
  const rest = restrictionButtonNames.filter((name) => !all.includes(name));
  const ours = (name: RestrictionButton, isShown: boolean): readonly LineButton[] => {
    const { button, ...row } = table[name];
    if ('needs' in row && !kinds.includes(row.needs)) return [];
    return [{ id: name, ...button, ...(!isShown && { hidden: true as const }) }];
  };
  return [
    ...all.flatMap((choice) =>
      typeof choice === 'string' ? ours(choice, true) : (ownButton(choice, kinds) ?? []),
    ),
    ...rest.flatMap((name) => ours(name, false)),
  ];
}
