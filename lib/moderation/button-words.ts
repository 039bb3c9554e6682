/** What buttons and hotkeys are called, and the icons that they have until the user chooses others. */
import { forGood, type Hotkey } from '../hotkeys/hotkeys.ts';
import { text, type TextKey } from '../text.ts';
import { daysText, durationText } from './duration.ts';
import type { Rung } from './ladder.ts';
import {
  type ButtonIcon,
  buttonOf,
  type LineButton,
  type PlainStep,
  type RestrictionStep,
  type Step,
} from './line-button.ts';

const plain: Readonly<
  Record<PlainStep | RestrictionStep, { readonly words: TextKey; readonly icon: ButtonIcon }>
> = {
  ban: { words: 'lineBan', icon: 'ban' },
  delete: { words: 'lineDelete', icon: 'trash' },
  warn: { words: 'lineWarn', icon: 'warning' },
  pin: { words: 'linePin', icon: 'pin' },
  unban: { words: 'lineUnban', icon: 'undo' },
  copy: { words: 'lineCopy', icon: 'copy' },
  next: { words: 'lineNext', icon: 'chevron-up' },
  lengths: { words: 'lineMoreTimeouts', icon: 'chevron-down' },
  note: { words: 'lineNote', icon: 'note' },
  watch: { words: 'lineWatch', icon: 'eye' },
  sweep: { words: 'lineSweep', icon: 'broom' },
  card: { words: 'lineCard', icon: 'user' },
  mod: { words: 'roleMod', icon: 'shield' },
  unmod: { words: 'roleUnmod', icon: 'shield' },
  vip: { words: 'roleVip', icon: 'star' },
  unvip: { words: 'roleUnvip', icon: 'star' },
  monitor: { words: 'roleMonitor', icon: 'flag' },
  restrict: { words: 'roleRestrict', icon: 'lock' },
  trust: { words: 'roleTrust', icon: 'undo' },
  quiet: { words: 'lineQuiet', icon: 'mute' },
  blind: { words: 'lineBlind', icon: 'trash' },
  terms: { words: 'lineTerms', icon: 'ban' },
  unpin: { words: 'lineUnpin', icon: 'pin' },
};

/** What a step is called. */
export function stepText(step: Step): string {
  switch (step.do) {
    case 'timeout':
      return step.seconds === undefined
        ? text('lineAnyLength')
        : text('lineTimeout', durationText(step.seconds));
    case 'bar':
      return barText(step.seconds);
    case 'say':
      return text('lineSay', step.text.length > 40 ? `${step.text.slice(0, 39)}…` : step.text);
    default:
      return text(plain[step.do].words);
  }
}

/** As a wish: to bar somebody for so long (s), or for good. */
export const barText = (seconds: number | undefined): string =>
  seconds === undefined ? text('lineBar') : text('lineBarFor', daysText(seconds));

/** What a button is called. */
export function buttonText({ label, steps }: LineButton): string {
  return label ?? steps.map(stepText).join(' + ');
}

/** The icon of a button. */
export function iconOf({ icon, steps }: LineButton): ButtonIcon {
  const [first] = steps;
  if (icon || !first) return icon ?? 'flag';
  if (first.do === 'timeout') return first.seconds === undefined ? 'hourglass' : 'clock';
  if (first.do === 'bar') return plain.terms.icon;
  return first.do === 'say' ? 'message' : plain[first.do].icon;
}

/** What a rung of the offence ladder is called. */
export function rungText(rung: Rung): string {
  if (rung.kind === 'timeout') return text('lineTimeout', durationText(rung.seconds));
  if (rung.kind === 'bar') return barText(rung.seconds);
  return text(plain[rung.kind].words);
}

const lines = {
  'line.down': 'keyDown',
  'line.up': 'keyUp',
  'line.newest': 'keyNewest',
  'line.leave': 'keyLeave',
  'line.undo': 'keyUndo',
  'open.requests': 'pleasOpen',
  'open.sweep': 'sweepOpen',
  'open.room': 'roomOpen',
  'open.manage': 'panelOpen',
  'help.keys': 'keyHelp',
} as const satisfies Readonly<Record<string, TextKey>>;

/** What a hotkey does, in words. */
export function hotkeyText({ id }: Hotkey, buttons: readonly LineButton[]): string {
  if (Object.hasOwn(lines, id)) return text(lines[id as keyof typeof lines]);
  const name = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('length:')) return text('lineTimeout', durationText(Number(name)));
  if (id.startsWith('term:')) return barText(name === forGood ? undefined : Number(name));
  const button = buttonOf(buttons, name);
  return button ? buttonText(button) : name;
}
