import type { VNode } from 'preact';

import { nameOpens } from '../../lib/moderation/name-opens.ts';
import type { OptionsState } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Card } from '../Section.tsx';
import { Select } from '../Select.tsx';
import type { OptionsActions } from './actions.ts';
import { SavedMark } from './SavedMark.tsx';

/** What the card is drawn from. */
export interface NameOpensProps {
  settings: NonNullable<OptionsState['settings']>;
  savings: OptionsState['savings'];
  onWrite: OptionsActions['write'];
}

const words = { theirs: 'nameOpensTheirs', both: 'nameOpensBoth', ours: 'nameOpensOurs' } as const;

/** Whose card a press on a name opens. */
export function NameOpens({ settings, savings, onWrite }: NameOpensProps): VNode {
  return (
    <Card title={text('nameOpens')} text={text('nameOpensLead')}>
      <div class="ss-setting">
        <Select
          label={text('nameOpensLabel')}
          options={nameOpens.map((value) => ({ value, label: text(words[value]) }))}
          value={settings['moderation.nameOpens']}
          onChange={(value) => onWrite('moderation.nameOpens', value)}
        />
        <SavedMark saving={savings['moderation.nameOpens']} />
      </div>
    </Card>
  );
}
