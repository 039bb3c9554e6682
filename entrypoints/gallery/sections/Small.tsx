import type { VNode } from 'preact';

import { Avatar } from '../../../components/Avatar.tsx';
import { Badge, Chip } from '../../../components/Badge.tsx';
import { Kbd } from '../../../components/Kbd.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { Elapsed, RelativeTime } from '../../../components/RelativeTime.tsx';
import { Spinner } from '../../../components/Spinner.tsx';
import { ViewerCount } from '../../../components/ViewerCount.tsx';
import { Part } from '../Part.tsx';
import { channels, now, picture } from '../samples.ts';

const badges = ['neutral', 'lamp', 'live', 'danger', 'warning', 'success', 'info'] as const;
const ages = [1000, 12_000, 90_000, 3_700_000, 90_000_000, 700_000_000, 3e9] as const;

/** The small things. */
export function Small(): VNode {
  return (
    <>
      <Part title="Avatars: picture, live, initials, sizes, broken picture">
        <div class="g-row">
          <Avatar name="Lumen" src={picture} size={40} />
          <Avatar name="Lumen" src={picture} size={40} live />
          {channels.map(({ name }) => (
            <Avatar key={name} name={name} size={40} />
          ))}
          <Avatar name="Broken" src="data:image/png;base64,AA" size={32} live />
          <Avatar name="Small" size={24} live />
          <Avatar name="Tiny" size={16} />
        </div>
      </Part>
      <Part title="Badges">
        <div class="g-row">
          {badges.map((kind) => (
            <Badge key={kind} kind={kind}>
              {kind}
            </Badge>
          ))}
          <Badge kind="live" icon="live">
            Live
          </Badge>
          <Badge icon="refresh">Rerun</Badge>
        </div>
      </Part>
      <Part title="Chips">
        <div class="g-row">
          <Chip label="English" />
          <Chip label="한국어" pressed onPress={() => undefined} />
          <Chip label="Live only" icon="filter" pressed={false} onPress={() => undefined} />
          <Chip label="speedrun" onRemove={() => undefined} removeLabel="Remove speedrun" />
          <span class="g-narrow">
            <Chip
              label="a tag that is much longer than its place"
              pressed
              onPress={() => undefined}
              onRemove={() => undefined}
              removeLabel="Remove the long tag"
            />
          </span>
        </div>
      </Part>
      <Part title="Times: ago, in Korean, elapsed">
        <div class="g-row">
          {ages.map((age) => (
            <RelativeTime key={age} at={now - age} now={now} />
          ))}
        </div>
        <div class="g-row">
          {ages.map((age) => (
            <RelativeTime key={age} at={now - age} now={now} locale="ko" />
          ))}
        </div>
        <div class="g-row">
          {ages.slice(1, 5).map((age) => (
            <Elapsed key={age} at={now - age} now={now} />
          ))}
          <Elapsed at={now - 11_520_000} now={now} locale="ko" />
        </div>
      </Part>
      <Part title="Viewers, also in Korean">
        <div class="g-row">
          {channels.map(({ name, viewers }) => (
            <ViewerCount key={name} count={viewers} label={`${viewers} viewers`} />
          ))}
          <ViewerCount count={48_210} label="시청자 48,210명" locale="ko" />
        </div>
      </Part>
      <Part title="Keys, spinners">
        <div class="g-row">
          <Kbd keys="/" />
          <Kbd keys="Shift+T" />
          <Kbd keys="Ctrl+Enter" />
          <Spinner label="Loading" />
          <Spinner size={24} />
        </div>
      </Part>
      <Part title="Progress">
        <ProgressBar label="Timing out 500 chatters" value={120} max={500} valueText="120 of 500" />
        <ProgressBar label="Waiting for Twitch" />
      </Part>
    </>
  );
}
