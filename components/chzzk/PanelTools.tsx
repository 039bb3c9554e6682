import type { VNode } from 'preact';

import { type FileFormat, isRowsList } from '../../lib/managing/file.ts';
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { Menu } from '../Menu.tsx';
import type { ManageProps } from './props.ts';

const formats: readonly FileFormat[] = ['csv', 'json'];

/** What can be done with any list: saving it, and asking CHZZK anew. */
export function PanelTools({ state: { list }, actions }: Pick<ManageProps, 'state' | 'actions'>): VNode {
  return (
    <>
      <Menu
        label={text('saveList')}
        align="end"
        disabled={!isRowsList(list)}
        groups={[{ items: formats.map((id) => ({ id, label: id.toUpperCase() })) }]}
        onSelect={(id) => actions.saveAs(id === 'json' ? 'json' : 'csv')}
      />
      <IconButton icon="refresh" kind="plain" label={text('chzzkAgain')} onClick={actions.look} />
    </>
  );
}
