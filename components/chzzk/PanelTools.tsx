import type { VNode } from 'preact';

import { type FileFormat, isRowsList } from '../../lib/managing/file.ts';
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { Menu } from '../Menu.tsx';
import type { ManageProps } from './props.ts';

const formats: readonly FileFormat[] = ['csv', 'json'];

/** What can be done with any list: saving it, and asking CHZZK anew. */
export function PanelTools({
  state: { list, bulk },
  actions,
  isBrief = false,
}: Pick<ManageProps, 'state' | 'actions'> & {
  /** There is little room: icons without words. */
  isBrief?: boolean | undefined;
}): VNode {
  return (
    <>
      <Menu
        label={text('saveList')}
        icon={isBrief ? 'download' : undefined}
        iconOnly={isBrief}
        kind={isBrief ? 'plain' : undefined}
        align="end"
        disabled={!isRowsList(list) || bulk?.stage === 'runs'}
        groups={[{ items: formats.map((id) => ({ id, label: id.toUpperCase() })) }]}
        onSelect={(id) => actions.saveAs(id === 'json' ? 'json' : 'csv')}
      />
      <IconButton icon="refresh" kind="plain" label={text('chzzkAgain')} onClick={actions.look} />
    </>
  );
}
