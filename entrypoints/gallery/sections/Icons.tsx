import type { VNode } from 'preact';

import { Icon } from '../../../components/Icon.tsx';
import { icons, type IconName } from '../../../components/icons.ts';
import { pageIcons } from '../../../components/page-icons.ts';
import { Part } from '../Part.tsx';

/** All icons, in the size in which they are drawn and in the one in which they are used. */
export function Icons(): VNode {
  return (
    <Part title="20 px and 16 px">
      <div class="g-grid">
        {(Object.keys({ ...icons, ...pageIcons }).sort() as IconName[]).map((name) => (
          <div key={name}>
            <span class="g-row">
              <Icon name={name} size={20} />
              <Icon name={name} />
            </span>
            <span class="ss-cut" style={{ maxInlineSize: '100%' }}>
              {name}
            </span>
          </div>
        ))}
      </div>
    </Part>
  );
}
