/** Whether a reason is asked for: what the user set for a button holds wherever the same is done without it. Pure. */
import type { ActionKind } from './action.ts';
import { buttonOf, isForChannel, type LineButton, type Step } from './line-button.ts';

/** Whether a reason may or must be given first; see {@link LineButton}. */
export type Ask = NonNullable<LineButton['ask']>;

/** What is done from a menu. What the ladder does is known only when it is pressed. */
const menus: Readonly<Partial<Record<Step['do'], ActionKind>>> = { lengths: 'timeout', terms: 'bar' };

/** What a step does to somebody. */
const deedOf = (step: Step): Step['do'] | ActionKind => menus[step.do] ?? step.do;

const strictest = (asks: readonly (Ask | undefined)[]): Ask | undefined =>
  (['must', 'may'] as const).find((ask) => asks.includes(ask));

/**
 * Whether a reason is asked for when `what` is done in `channel` (a login) by none of the user's `buttons`: the strictest that
 * they set for those that do it. One that has a hotkey only counts where no other does it.
 */
export function askOf(
  what: Step['do'] | ActionKind,
  buttons: readonly LineButton[],
  channel: string,
): Ask | undefined {
  const same = buttons.filter(
    (button) => isForChannel(button, channel) && button.steps.some((step) => deedOf(step) === what),
  );
  const shown = same.filter(({ hidden }) => hidden !== true);
  return strictest((shown.length > 0 ? shown : same).map(({ ask }) => ask));
}

/** `button`, which is none of the user's `buttons`, with what they set for those that do the same in `channel`. */
export function asSet(button: LineButton, buttons: readonly LineButton[], channel: string): LineButton {
  const ask = strictest([button.ask, ...button.steps.map((step) => askOf(deedOf(step), buttons, channel))]);
  return ask ? { ...button, ask } : button;
}

/** `button`, which does the work of `pressed` (a menu, the ladder): with the reason of that, and asking no less. */
export function insteadOf(pressed: LineButton, { ask, ...button }: LineButton): LineButton {
  const { reason } = pressed;
  // A reason without a question was given.
  const asked = reason !== undefined && pressed.ask === undefined ? undefined : strictest([pressed.ask, ask]);
  return { ...button, ...(reason !== undefined && { reason }), ...(asked && { ask: asked }) };
}

/** The button `id`: the user's as it is, or else ours with what they set for those that do the same in `channel`. */
export function buttonAsSet(
  id: string,
  buttons: readonly LineButton[],
  channel: string,
): LineButton | undefined {
  const button = buttonOf(buttons, id);
  return button && !buttons.includes(button) ? asSet(button, buttons, channel) : button;
}

/** Whether `kind` is not done from a card without a reason. The platform takes no warning without one. */
export const needsReason = (kind: ActionKind, buttons: readonly LineButton[], channel: string): boolean =>
  kind === 'warn' || askOf(kind, buttons, channel) === 'must';
