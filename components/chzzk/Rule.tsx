import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import { Card } from '../Section.tsx';
import { Arrival } from './Arrival.tsx';
import type { ManageProps } from './props.ts';

/** What a channel asks of whoever writes in its chat. */
export function Rule({ state, actions }: Omit<ManageProps, 'now'>): VNode {
  const { rule, doing, done } = state;
  /** `undefined`: nothing was changed, so what comes from CHZZK is shown. */
  const [draft, setDraft] = useState<string>();
  const isChanged = draft !== undefined && draft.trim() !== rule;

  const saved = done?.doing.what === 'set-rule' ? done.doing : undefined;
  // It may have been saved only after a page of CHZZK's was opened.
  useEffect(() => saved && setDraft((now) => (now?.trim() === saved.rule ? undefined : now)), [saved]);

  const save = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isChanged) void actions.act({ what: 'set-rule', rule: draft.trim() });
  };

  return (
    <Card title={text('chatRule')} text={text('chatRuleLead')}>
      <Arrival isHere={rule !== undefined} state={state} actions={actions} />
      {rule !== undefined && (
        <form class="ss-manage-rule" onSubmit={save}>
          <TextInput
            label={text('chatRule')}
            hideLabel
            multiline
            value={draft ?? rule}
            placeholder={text('chatRuleNone')}
            onChange={setDraft}
          />
          <div class="ss-manage-form">
            <Button kind="primary" type="submit" busy={doing?.what === 'set-rule'} disabled={!isChanged}>
              {text('save')}
            </Button>
            {isChanged && <Button onClick={() => setDraft(undefined)}>{text('cancel')}</Button>}
          </div>
        </form>
      )}
    </Card>
  );
}
