import '../../components/options/channels/channels.css';

import type { VNode } from 'preact';

import type { OptionsActions } from '../../components/options/actions.ts';
import { ChannelLists } from '../../components/options/channels/ChannelLists.tsx';
import { call } from '../../lib/messages/call.ts';
import { createChannelsDesk, type ChannelsState } from '../../lib/options/channel-lists-desk.ts';
import { channelListNames } from '../../lib/options/channel-lists.ts';
import type { OptionsState } from '../../lib/options/options.ts';

/** The card of the lists of channels. */
export interface ChannelsFace {
  readonly draw: (state: OptionsState | undefined) => VNode | null;
}

/** Makes the card. */
export function createChannelsFace(
  draw: () => void,
  actions: Pick<OptionsActions, 'permitNotifications' | 'write'>,
): ChannelsFace {
  let shown: ChannelsState | undefined;
  const desk = createChannelsDesk({
    names: async (keys) => (await call('live.names', { keys })).names,
    search: (query) => call('discover.list', { wish: { kind: 'search', query } }),
    show: (state) => {
      shown = state;
      draw();
    },
  });
  desk.forget();
  const find = { search: (query: string) => void desk.search(query), forget: desk.forget };
  return {
    draw(state) {
      const settings = state?.settings;
      if (!settings || !shown) return null;
      void desk.look(channelListNames.flatMap((name) => settings[name]));
      return (
        <ChannelLists
          settings={settings}
          savings={state.savings}
          state={shown}
          actions={actions}
          find={find}
        />
      );
    },
  };
}
