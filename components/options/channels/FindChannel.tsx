import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../../lib/failure-text.ts';
import type { ChannelsState } from '../../../lib/options/channel-lists-desk.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { TextInput } from '../../TextInput.tsx';
import { PlatformMark } from './PlatformMark.tsx';

/** What the search can do. */
export interface FindChannelActions {
  readonly search: (query: string) => void;
  readonly forget: () => void;
}

/** What it is drawn from. */
export interface FindChannelProps {
  state: ChannelsState;
  /** Channels that stand in the list already. */
  listed: readonly string[];
  isFull: boolean;
  actions: FindChannelActions;
  onAdd: (key: string) => void;
}

/** Finds channels of both platforms by name, to be put on a list. */
export function FindChannel({ state, listed, isFull, actions, onAdd }: FindChannelProps): VNode {
  const [typed, setTyped] = useState('');
  const { searched, found, missing, failure, searching } = state;
  return (
    <div class="ss-channels-find">
      <form
        class="ss-profile-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          actions.search(typed);
        }}
      >
        <TextInput
          label={text('channelFind')}
          hideLabel
          placeholder={text('channelFind')}
          spellcheck={false}
          limit={100}
          value={typed}
          onChange={(words) => {
            setTyped(words);
            if (words === '') actions.forget();
          }}
        />
        <Button type="submit" icon="search" busy={searching} disabled={typed.trim() === ''}>
          {text('channelFindButton')}
        </Button>
      </form>
      {isFull && <p role="status">{text('channelListFull', listed.length)}</p>}
      {failure && <FailureNote failure={failure} />}
      {missing && (
        <p class="ss-quiet">
          {text(
            'channelFindMissing',
            text(missing.platform === 'chzzk' ? 'platformChzzk' : 'platformTwitch'),
            describeFailure(missing.failure, missing.platform).title,
          )}
        </p>
      )}
      <p class="ss-aloud" role="status">
        {searched !== undefined && !searching && !failure && text('channelFoundCount', found.length)}
      </p>
      {searched !== undefined && !searching && !failure && found.length === 0 && (
        <p class="ss-channels-none">{text('channelFindNothing', searched)}</p>
      )}
      {found.length > 0 && (
        <ul class="ss-rows-list" role="list" aria-label={text('channelFound')}>
          {found.map(({ platform, id, name, login }) => {
            const key = `${platform}:${id}`;
            const isThere = listed.includes(key);
            return (
              <li key={key} class="ss-row">
                <PlatformMark platform={platform} />
                <span class="ss-row-body ss-cut">
                  <bdi>{name}</bdi>
                  {platform === 'twitch' && login !== name.toLowerCase() && (
                    <span class="ss-quiet"> {login}</span>
                  )}
                </span>
                <Button
                  size="small"
                  icon={isThere ? 'check' : 'plus'}
                  disabled={isThere || isFull}
                  aria-label={text(isThere ? 'channelAddedName' : 'channelAddName', name)}
                  onClick={() => onAdd(key)}
                >
                  {text(isThere ? 'channelAdded' : 'channelAdd')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
