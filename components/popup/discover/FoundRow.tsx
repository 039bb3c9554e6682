import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Platform } from '../../../lib/chat/message.ts';
import { platformOfCategory } from '../../../lib/live/category-id.ts';
import { categoryView, channelView, type ListItem } from '../../../lib/live/discover.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { compactNumber, countdown } from '../../formats.ts';
import { IconButton } from '../../IconButton.tsx';
import { Row } from '../../List.tsx';
import { useLocale } from '../../locale.ts';
import { Elapsed, RelativeTime } from '../../RelativeTime.tsx';
import { ViewerCount } from '../../ViewerCount.tsx';
import type { DiscoverProps } from './Discover.tsx';

/** One row of a list: a stream, a category, a channel, a video or a clip. */
export function FoundRow({ item, now, hrefOf, actions }: DiscoverProps & { item: ListItem }): VNode {
  const locale = useLocale(undefined);
  const page = (platform: Platform, login: string, name: string): VNode => (
    <IconButton
      icon="info"
      size="small"
      label={text('aboutChannel', name)}
      onClick={() => {
        actions.remember();
        actions.open(channelView(platform, login, name));
      }}
    />
  );
  switch (item.kind) {
    case 'stream': {
      const { platform, login, name, title, category, viewers, startedAt, previewUrl } = item.stream;
      return (
        <Row
          href={hrefOf({ platform, login })}
          newTab
          title={name}
          text={title}
          note={<bdi>{category}</bdi>}
          lead={<Picture src={previewUrl?.replace('{width}', '160').replace('{height}', '90')} />}
          aside={
            <>
              <ViewerCount count={viewers} label={text('viewersCount', viewers)} />
              {startedAt !== undefined && <Elapsed at={startedAt} now={now} />}
            </>
          }
          actions={page(platform, login, name)}
        />
      );
    }
    case 'category':
      return (
        <Row
          title={item.name}
          lead={<Picture src={item.imageUrl} tall />}
          marks={platformOfCategory(item.id) === 'chzzk' ? <Badge>{text('platformChzzk')}</Badge> : undefined}
          onPress={() => {
            actions.remember();
            actions.open(categoryView(item.id, item.name));
          }}
        />
      );
    case 'channel':
      return (
        <Row
          title={item.name}
          text={item.title}
          note={<bdi>{item.category}</bdi>}
          lead={<Avatar name={item.name} src={item.avatarUrl} live={item.live} size={36} />}
          marks={
            <>
              {item.live && <Badge kind="live">{text('liveNow')}</Badge>}
              {item.platform === 'chzzk' && <Badge>{text('platformChzzk')}</Badge>}
            </>
          }
          muted={!item.live}
          onPress={() => {
            actions.remember();
            actions.open(channelView(item.platform, item.login, item.name));
          }}
        />
      );
    case 'video':
    case 'clip':
      return (
        <Row
          href={item.url}
          newTab
          title={item.title}
          text={text('recordingFacts', countdown(item.seconds * 1000), compactNumber(item.views, locale))}
          note={item.kind === 'clip' && item.by !== '' ? text('clipBy', item.by) : undefined}
          lead={<Picture src={item.imageUrl} />}
          aside={<RelativeTime at={item.at} now={now} />}
        />
      );
  }
}

/** A picture of a stream or a category, loaded when it is seen; an empty frame where there is none. */
function Picture({ src, tall = false }: { src: string | undefined; tall?: boolean }): VNode {
  const [failed, setFailed] = useState<string | undefined>();
  return (
    <span class="ss-picture" data-tall={tall || undefined} aria-hidden="true">
      {src !== undefined && src !== '' && src !== failed && (
        <img
          loading="lazy"
          src={src}
          alt=""
          decoding="async"
          draggable={false}
          onError={() => setFailed(src)}
        />
      )}
    </span>
  );
}
