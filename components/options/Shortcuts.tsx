import type { VNode } from 'preact';

import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Kbd } from '../Kbd.tsx';
import type { OptionsActions, Shortcut } from './actions.ts';
import { Card } from '../Section.tsx';

/** What the card is drawn from. */
export interface ShortcutsProps {
  shortcuts: readonly Shortcut[];
  actions: OptionsActions;
}

const names: Readonly<Record<string, TextKey>> = {
  _execute_action: 'shortcutsPopup',
  window: 'commandWindow',
  refresh: 'commandRefresh',
};

/** The browser's shortcuts that are ours, and the way to where the browser lets one choose them. */
export function Shortcuts({ shortcuts, actions }: ShortcutsProps): VNode {
  return (
    <Card title={text('shortcuts')} text={text('shortcutsLead')}>
      <dl class="ss-facts">
        {shortcuts.map(({ name, keys }) => {
          const known = names[name];
          return (
            known && [
              <dt key={name}>{text(known)}</dt>,
              <dd key={`${name} keys`}>{keys === '' ? text('shortcutsNone') : <Kbd keys={keys} />}</dd>,
            ]
          );
        })}
      </dl>
      <p class="ss-quiet">{text('shortcutsAddressBar')}</p>
      <div>
        <Button icon="keyboard" onClick={actions.changeShortcuts}>
          {text('shortcutsChange')}
        </Button>
      </div>
    </Card>
  );
}
