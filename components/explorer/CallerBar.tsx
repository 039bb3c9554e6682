import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { describeFailure } from '../../lib/failure-text.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Field } from '../Field.tsx';
import { Select } from '../Select.tsx';
import type { ExplorerProps } from './Explorer.tsx';
import { useId } from '../use-id.ts';

/** Who calls, and about which channel. */
export function CallerBar({ state, channels, actions }: ExplorerProps): VNode {
  const { signedIn, accountId, channel, channelSearch } = state;
  const accounts = signedIn?.accounts ?? [];
  const listId = useId();
  const [draft, setDraft] = useState('');
  const login = channel?.login ?? '';

  useEffect(() => setDraft(login), [login]);

  return (
    <div class="ss-caller">
      {signedIn && accounts.length === 0 ? (
        <Button
          kind="primary"
          busy={signedIn.signingIn}
          disabled={!signedIn.canSignIn}
          onClick={actions.signIn}
        >
          {text('signInTwitch')}
        </Button>
      ) : (
        <Select
          label={text('apiCallAs')}
          options={accounts.map(({ id, name, login: own }) => ({
            value: id,
            label: name.toLowerCase() === own ? name : `${name} (${own})`,
          }))}
          value={accountId ?? ''}
          disabled={accounts.length === 0}
          onChange={actions.callAs}
        />
      )}
      <form
        class="ss-caller-channel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          actions.findChannel(draft);
        }}
      >
        <Field
          label={text('apiChannel')}
          hint={channel && text('apiChannelIs', channel.name, channel.id)}
          error={typeof channelSearch === 'object' ? describeFailure(channelSearch.failure).title : undefined}
        >
          {(ids) => (
            <div class="ss-input">
              <input
                {...ids}
                type="text"
                list={listId}
                autocomplete="off"
                spellcheck={false}
                placeholder={text('apiChannelNone')}
                value={draft}
                onInput={(event) => setDraft(event.currentTarget.value)}
              />
              <datalist id={listId}>
                {channels.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </div>
          )}
        </Field>
        <Button type="submit" busy={channelSearch === 'searching'}>
          {text('apiChannelUse')}
        </Button>
      </form>
    </div>
  );
}
