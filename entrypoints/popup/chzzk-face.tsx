import '../../components/Section.css';
import '../../components/Table.css';
import '../../components/chzzk/Manage.css';
import '../../components/chzzk/Brief.css';

import type { VNode } from 'preact';

import { Brief } from '../../components/chzzk/Brief.tsx';
import { ProfileHere } from '../../components/popup/channel/ProfileHere.tsx';
import { withChannelProfile } from '../../lib/moderation/profiles.ts';
import { openPanel } from '../desk/panel.ts';
import type { TabParts } from './face.ts';
import { showOnDesk } from './opening.ts';

/** What the side asks of the popup. */
export interface ChzzkParts extends Pick<TabParts, 'settings' | 'set'> {
  /** Draws the popup again. */
  readonly draw: () => void;
}

/** CHZZK's side of the tab "Channel": the panel of `channel`'s managers, or of the user's own channel. */
export function createChzzkFace(
  { draw, settings, set }: ChzzkParts,
  channel: string | undefined,
): (now: number) => VNode | null {
  const { state, actions } = openPanel(draw, { channel });
  const here = { ...actions, openDesk: (place: Parameters<typeof showOnDesk>[0]) => void showOnDesk(place) };
  return (now) => {
    const shown = state();
    if (!shown) return null;
    const profile = (id: string): VNode => (
      <ProfileHere
        settings={settings()}
        channel={id}
        onChoose={(name) => set('moderation.channelProfiles', withChannelProfile(settings(), id, name))}
      />
    );
    return <Brief state={shown} now={now} actions={here} more={profile} />;
  };
}
