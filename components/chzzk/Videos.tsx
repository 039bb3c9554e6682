import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Clip, ManageList, Video } from '../../lib/chzzk/manage/wish.ts';
import { clipUrl, videoUrl } from '../../lib/chzzk/site.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { countdown } from '../formats.ts';
import { IconButton } from '../IconButton.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { Select } from '../Select.tsx';
import { Card } from '../Section.tsx';
import { Confirm } from './Confirm.tsx';
import type { ManageProps } from './props.ts';
import { PartList, type PartListProps } from './PartList.tsx';
import { RemoveClips } from './RemoveClips.tsx';
import type { Column } from './Table.tsx';

const kinds = {
  replays: 'videoReplays',
  uploads: 'videoUploads',
  madeClips: 'videoMadeClips',
  clips: 'videoClips',
} as const satisfies Partial<Record<ManageList, TextKey>>;

type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as readonly Kind[];

const titled = [
  { head: 'videoTitle', by: ({ title }: Video | Clip) => title },
  { head: 'videoLength', by: ({ seconds }: Video | Clip) => seconds },
] as const;
const dated = { head: 'logWhen', by: ({ at }: Video | Clip) => at } as const;
const videoColumns: readonly Column<Video>[] = [
  ...titled,
  { head: 'videoViews', by: ({ views }) => views },
  dated,
];
const clipColumns: readonly Column<Clip>[] = [...titled, { head: 'clipMadeBy', by: ({ by }) => by }, dated];

/** Replays, videos and clips of a channel, one kind at a time. */
export function Videos({ state, now, actions }: ManageProps): VNode {
  const kind = kindNames.find((one) => one === state.list) ?? 'replays';
  const [removed, setRemoved] = useState<Clip>();
  const common = {
    state,
    actions,
    icon: 'eye',
    words: { count: 'videosCount', none: 'videosNone', hint: 'videosNoneHint' },
    hasNames: false,
    bar: (
      <Select
        label={text('videoKind')}
        hideLabel
        value={kind}
        options={kindNames.map((value) => ({ value, label: text(kinds[value]) }))}
        onChange={actions.turnTo}
      />
    ),
  } as const satisfies Partial<PartListProps<unknown>>;
  return (
    <Card title={text('videos')} text={text('videosLead')}>
      {kind === 'replays' || kind === 'uploads' ? (
        <PartList key={kind} {...common} part={state[kind]} columns={videoColumns}>
          {(video) => <VideoRow key={video.no} video={video} now={now} />}
        </PartList>
      ) : (
        <PartList
          key={kind}
          {...common}
          part={state[kind]}
          columns={clipColumns}
          many={
            kind !== 'madeClips'
              ? undefined
              : {
                  keyOf: ({ id }) => id,
                  nameOf: ({ title }) => title || text('videoUntitled'),
                  draw: (chosen, onDone) => <RemoveClips clips={chosen} actions={actions} onDone={onDone} />,
                }
          }
        >
          {(clip, _index, lead) => (
            <ClipRow
              key={clip.id}
              clip={clip}
              lead={lead}
              now={now}
              busy={state.doing?.what === 'remove-clip' && state.doing.id === clip.id}
              // How those of others are removed nobody has told.
              onRemove={kind === 'madeClips' ? () => setRemoved(clip) : undefined}
            />
          )}
        </PartList>
      )}
      {removed && (
        <Confirm
          title={text('clipRemoveTitle', removed.title)}
          hint={text('clipRemoveText')}
          does={text('clipRemoveNow')}
          isDanger
          onClose={() => setRemoved(undefined)}
          onDo={() => void actions.act({ what: 'remove-clip', id: removed.id })}
        />
      )}
    </Card>
  );
}

function VideoRow({ video, now }: { video: Video; now: number }): VNode {
  const { no, title, seconds, views, at, isHidden } = video;
  return (
    <tr>
      <Title href={videoUrl(no)} title={title} />
      <Length seconds={seconds} />
      <td>{views?.toLocaleString()}</td>
      <When at={at} now={now} />
      <td class="ss-manage-tools">{isHidden && <Badge icon="lock">{text('videoHidden')}</Badge>}</td>
    </tr>
  );
}

interface ClipRowProps {
  clip: Clip;
  lead: VNode | undefined;
  now: number;
  busy: boolean;
  onRemove: (() => void) | undefined;
}

function ClipRow({ clip: { id, title, seconds, by, at }, now, busy, onRemove, lead }: ClipRowProps): VNode {
  return (
    <tr>
      {lead}
      <Title href={clipUrl(id)} title={title} />
      <Length seconds={seconds} />
      <td>{by !== undefined && <bdi>{by}</bdi>}</td>
      <When at={at} now={now} />
      <td class="ss-manage-tools">
        {onRemove && (
          <IconButton
            icon="trash"
            size="small"
            kind="danger"
            label={text('clipRemove', title)}
            busy={busy}
            onClick={onRemove}
          />
        )}
      </td>
    </tr>
  );
}

const Title = ({ href, title }: { href: string; title: string }): VNode => (
  <th scope="row">
    <a href={href} target="_blank" rel="noreferrer">
      <bdi>{title || text('videoUntitled')}</bdi>
    </a>
  </th>
);

const Length = ({ seconds }: { seconds: number | undefined }): VNode => (
  <td>{seconds !== undefined && countdown(seconds * 1_000)}</td>
);

const When = ({ at, now }: { at: number | undefined; now: number }): VNode => (
  <td class="ss-log-when">{at !== undefined && <RelativeTime at={at} now={now} />}</td>
);
