import type { VNode } from 'preact';

import type { OfflineFacts } from '../../../lib/live/offline.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { countdown, relativeTime } from '../../formats.ts';
import { Icon } from '../../Icon.tsx';
import { useLocale } from '../../locale.ts';
import { ChannelRow, type RowActions } from '../rows/ChannelRow.tsx';
import { Mark } from '../rows/PressRow.tsx';
import type { RowPlace } from '../rows/WindowList.tsx';
import { soonTime } from './soon.ts';

/** What a row is drawn from. `now` is Unix epoch milliseconds. */
export interface OfflineRowProps {
  stream: LiveStream;
  /** `undefined`: not known yet. */
  facts: OfflineFacts | undefined;
  now: number;
  href: string;
  compact: boolean;
  pinned: boolean;
  /** It names its platform. */
  named: boolean;
  place: RowPlace;
  actions: RowActions;
}

/** A channel that is not live: when it was, its last recording, and when it will be. */
export function OfflineRow(props: OfflineRowProps): VNode {
  const { stream, facts, now, href, compact, pinned, named, place, actions } = props;
  const locale = useLocale(undefined);
  const { name, category } = stream;
  const last = [
    ...(facts?.lastLive === undefined
      ? []
      : [text('offlineLast', relativeTime(facts.lastLive, now, locale))]),
    ...(category === '' ? [] : [category]),
  ].join(' · ');
  const next = facts?.next && text('offlineNext', soonTime(facts.next.at, now, locale));

  return (
    <ChannelRow
      stream={stream}
      href={href}
      place={place}
      actions={actions}
      lead={<Avatar name={name} src={facts?.avatarUrl ?? stream.avatarUrl} size={compact ? 22 : 36} />}
      aside={
        facts?.video && (
          <a
            class="ss-offline-video"
            href={facts.video.url}
            target="_blank"
            rel="noreferrer"
            tabIndex={place.current ? 0 : -1}
            title={facts.video.title}
            aria-label={text('offlineVideo', name, countdown(facts.video.seconds * 1000))}
          >
            <Icon name="play" size={12} />
            {countdown(facts.video.seconds * 1000)}
          </a>
        )
      }
    >
      <span class="ss-row-line">
        <bdi class="ss-row-title ss-cut" title={name}>
          {name}
        </bdi>
        {named && <Badge>{text(stream.platform === 'chzzk' ? 'platformChzzk' : 'platformTwitch')}</Badge>}
        {pinned && <Mark icon="pin" words={text('rowPinned')} />}
        {compact && <bdi class="ss-row-note ss-cut">{next ?? last}</bdi>}
      </span>
      {!compact && (
        <>
          <span class="ss-row-text ss-cut" title={stream.title}>
            {last}
          </span>
          <span class="ss-row-note ss-cut" title={facts?.next?.title}>
            {next}
          </span>
        </>
      )}
    </ChannelRow>
  );
}
