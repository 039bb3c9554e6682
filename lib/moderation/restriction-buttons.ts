/** The buttons of a chat line where people are restricted: what can be done there, which of it stands at a line, and the order. */
import type { ActionKind } from './action.ts';
import type { LineButton } from './line-button.ts';

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
  copy: { button: { steps: [{ do: 'copy' }] } },
} as const satisfies Readonly<
  Record<string, { readonly needs?: ActionKind; readonly button: Omit<LineButton, 'id'> }>
>;

/** The name of such a button. */
export type RestrictionButton = keyof typeof table;

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

/**
 * The buttons for somebody who may do `kinds`: those that are `chosen`, in their order, and after them the others, which have
 * a hotkey only.
 */
export function restrictionButtons(
  kinds: readonly ActionKind[],
  chosen: readonly RestrictionButton[] = usualRestrictionButtons,
): readonly LineButton[] {
  const shown = new Set<RestrictionButton>([...chosen, 'unpin']);
  return [...shown, ...restrictionButtonNames.filter((name) => !shown.has(name))].flatMap((name) => {
    const { button, ...row } = table[name];
    if ('needs' in row && !kinds.includes(row.needs)) return [];
    return [{ id: name, ...button, ...(!shown.has(name) && { hidden: true as const }) }];
  });
}
