import type { VNode } from 'preact';

import type { ManageState } from '../../lib/managing/state.ts';
import { text } from '../../lib/text.ts';
import { Closed } from '../chzzk/Closed.tsx';
import type { ManageProps } from '../chzzk/props.ts';
import { StreamKeyCard } from '../chzzk/StreamKeyCard.tsx';

/** A small window with nothing but a channel's stream key, for whoever comes from CHZZK's page. */
export function KeyWindow({ state, actions }: Omit<ManageProps, 'now'>): VNode {
  const { access, channel } = state;
  return (
    <main class="ss-manage ss-key-window">
      {access === 'open' && channel !== undefined ? (
        <>
          <h1>
            <bdi>{nameOf(state)}</bdi>
          </h1>
          <StreamKeyCard state={state} actions={actions} />
        </>
      ) : (
        <Closed state={state} actions={actions} />
      )}
    </main>
  );
}

const nameOf = ({ channels, channel }: ManageState): string =>
  channels.find(({ id }) => id === channel)?.name ?? '';

/** What the window is called. */
export const keyTitle = (state: ManageState | undefined): string =>
  [text('streamKey'), ...(state?.access === 'open' ? [nameOf(state)] : []), text('extensionName')].join(
    ' · ',
  );
