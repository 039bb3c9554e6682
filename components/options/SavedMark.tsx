import type { VNode } from 'preact';

import type { Saving } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Icon } from '../Icon.tsx';

/** Says "Saved" once it is; always drawn, so that it is read aloud when it comes. */
export function SavedMark({ saving }: { saving: Saving | undefined }): VNode {
  return (
    <span class="ss-saved" role="status">
      {saving?.state === 'saved' && (
        <>
          <Icon name="check" size={14} />
          {text('optionsSaved')}
        </>
      )}
    </span>
  );
}
