import type { VNode } from 'preact';

import { text, type TextKey } from '../../lib/text.ts';
import { Dialog } from '../Dialog.tsx';
import { Kbd } from '../Kbd.tsx';

const keys: readonly (readonly [keys: readonly string[], what: TextKey])[] = [
  [['/'], 'keysFilter'],
  [['↑', '↓'], 'keysWalk'],
  [['Enter'], 'keysOpen'],
  [['Ctrl+Enter'], 'keysBackground'],
  [['Shift+Enter'], 'keysWindow'],
  [['Alt+Enter'], 'keysChat'],
  [['Space'], 'keysSide'],
  [['Shift+F10'], 'keysMenu'],
  [['1', '3'], 'keysTabs'],
  [['Esc'], 'keysEscape'],
  [['?'], 'popupKeysHelp'],
];

/** The keys of the popup. */
export function CheatSheet({ onClose }: { onClose: () => void }): VNode {
  return (
    <Dialog title={text('popupKeysTitle')} closeLabel={text('close')} onClose={onClose}>
      <dl class="ss-cheat-sheet">
        {keys.map(([caps, what]) => (
          <div key={what}>
            <dt>
              {caps.map((cap, place) => (
                <span key={cap}>
                  {place > 0 && (what === 'keysTabs' ? ' – ' : ' ')}
                  <Kbd keys={cap} />
                </span>
              ))}
            </dt>
            <dd>{text(what)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
