import type { VNode } from 'preact';

import type { ReasonChoice } from '../../lib/moderation/reason.ts';
import { text } from '../../lib/text.ts';
import { Menu } from '../Menu.tsx';

/** What the menu of reasons is drawn from. */
export interface ReasonMenuProps {
  size?: 'small' | undefined;
  /** The last used first. */
  reasons: readonly ReasonChoice[];
  onChoose: (reason: string) => void;
}

/** The reasons to choose from, beside the field of the reason; nothing where there are none. */
export function ReasonMenu({ reasons, onChoose, ...menu }: ReasonMenuProps): VNode | null {
  if (reasons.length === 0) return null;
  return (
    <Menu
      {...menu}
      iconOnly
      icon="list"
      label={text('reasons')}
      align="end"
      groups={[
        {
          items: reasons.map(({ text: words, isRule }, place) => ({
            id: String(place),
            label: words,
            hint: isRule ? text('reasonRule') : undefined,
          })),
        },
      ]}
      onSelect={(place) => {
        const reason = reasons[Number(place)];
        if (reason) onChoose(reason.text);
      }}
    />
  );
}
