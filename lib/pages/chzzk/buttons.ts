/** The buttons of CHZZK's chat lines: what its managers can do there, and who it is. */
import type { ActionKind } from '../../moderation/action.ts';
import type { LineButton } from '../../moderation/line-button.ts';

const buttons: readonly (readonly [needs: ActionKind | undefined, button: LineButton])[] = [
  ['quiet', { id: 'quiet', steps: [{ do: 'quiet' }] }],
  ['bar', { id: 'terms', steps: [{ do: 'terms' }], ask: 'may' }],
  ['bar', { id: 'next', steps: [{ do: 'next' }], hidden: true }],
  ['blind', { id: 'blind', steps: [{ do: 'blind' }], deleted: 'never' }],
  ['pin', { id: 'pin', steps: [{ do: 'pin' }], deleted: 'never' }],
  ['unpin', { id: 'unpin', steps: [{ do: 'unpin' }] }],
  [undefined, { id: 'card', steps: [{ do: 'card' }] }],
  [undefined, { id: 'note', steps: [{ do: 'note' }], hidden: true }],
  [undefined, { id: 'watch', steps: [{ do: 'watch' }], hidden: true }],
  [undefined, { id: 'copy', steps: [{ do: 'copy' }] }],
];

/** Those for somebody who may do `kinds`. */
export const buttonsFor = (kinds: readonly ActionKind[]): readonly LineButton[] =>
  buttons.filter(([needs]) => needs === undefined || kinds.includes(needs)).map(([, button]) => button);
