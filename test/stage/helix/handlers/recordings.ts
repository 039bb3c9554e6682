import { rfc3339 } from '../../world/clock.ts';
import type { Clip, Marker, Video } from '../../world/recordings.ts';
import type { World } from '../../world/world.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** `3h8m33s`. */
function spell(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds % 60}s`;
}

function videoShape(world: World, video: Video): object {
  return {
    id: video.id,
    stream_id: video.streamId ?? null,
    ...named('user', world.users.get(video.channelId)),
    title: video.title,
    description: '',
    created_at: rfc3339(video.createdAt),
    published_at: rfc3339(video.createdAt),
    url: `https://www.twitch.tv/videos/${video.id}`,
    thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/video_${video.id}-%{width}x%{height}.jpg`,
    viewable: 'public',
    view_count: video.views,
    language: world.channels.get(video.channelId)?.language ?? 'en',
    type: video.type,
    duration: spell(world.recordings.lengthOf(video)),
    muted_segments: null,
  };
}

function clipShape(world: World, clip: Clip): object {
  const channel = world.channels.get(clip.channelId);
  return {
    id: clip.id,
    url: `https://clips.twitch.tv/${clip.id}`,
    embed_url: `https://clips.twitch.tv/embed?clip=${clip.id}`,
    broadcaster_id: clip.channelId,
    broadcaster_name: world.users.get(clip.channelId)?.displayName ?? '',
    creator_id: clip.creatorId,
    creator_name: world.users.get(clip.creatorId)?.displayName ?? '',
    video_id: clip.videoId,
    game_id: channel?.categoryId ?? '',
    language: channel?.language ?? 'en',
    title: clip.title,
    view_count: clip.views,
    created_at: rfc3339(clip.createdAt),
    thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/clip_${clip.id}-480x272.jpg`,
    duration: clip.duration,
    vod_offset: clip.offset ?? null,
    is_featured: clip.featured,
  };
}

function markerShape(video: Video, marker: Marker): object {
  return {
    id: marker.id,
    created_at: rfc3339(marker.createdAt),
    description: marker.description,
    position_seconds: marker.position,
    url: `https://www.twitch.tv/videos/${video.id}?t=${spell(marker.position)}`,
  };
}

function isEditor(call: Call, channelId: string, userId = call.user?.id ?? ''): boolean {
  return userId === channelId || call.world.isEditor(channelId, userId);
}

/** Categories “Clips” and “Videos”, and the markers of “Streams”. */
export const recordings = {
  'create-clip': (call) => {
    const { world } = call;
    const channel = call.userIn(
      'broadcaster_id',
      'The ID in the broadcaster_id query parameter was not found.',
    );
    if (!world.streams.has(channel.id)) {
      refuse(404, 'The broadcaster in the broadcaster_id query parameter must be broadcasting live.');
    }
    if (world.recordings.withoutClips.has(channel.id)) {
      refuse(403, 'The specified broadcaster has not enabled clips on their channel.');
    }
    if (world.banOf(channel.id, call.user?.id ?? '')) {
      refuse(403, 'The user is banned or timed out from the broadcaster’s channel.');
    }
    const title = call.maybe('title') ?? world.channels.get(channel.id)?.title ?? '';
    if (!world.safety.permits(channel.id, title)) refuse(400, 'The title did not pass AutoMod checks.');
    const duration = call.number('duration') ?? 30;
    const clip = world.recordings.clip({
      channelId: channel.id,
      creatorId: call.user?.id ?? '',
      title,
      duration,
    });
    return { data: [{ id: clip.id, edit_url: `https://clips.twitch.tv/${clip.id}/edit` }] };
  },

  'get-clips': (call) => {
    const { world } = call;
    const ids = call.texts('id');
    const channelId = call.maybe('broadcaster_id');
    const gameId = call.maybe('game_id');
    if (Number(ids.length > 0) + Number(channelId !== undefined) + Number(gameId !== undefined) !== 1) {
      refuse(
        400,
        'The id, game_id, and broadcaster_id query parameters are mutually exclusive; you may specify only one of them.',
      );
    }
    if (gameId !== undefined && !world.categories.has(gameId))
      refuse(404, 'The ID in game_id was not found.');
    const from = call.time('started_at') ?? 0;
    const to = call.time('ended_at') ?? (call.has('started_at') ? from + 7 * 86_400_000 : Infinity);
    const featured = call.flag('is_featured');
    const rows = world.recordings.clips.filter(
      (clip) =>
        (ids.length === 0 || ids.includes(clip.id)) &&
        (channelId === undefined || clip.channelId === channelId) &&
        (gameId === undefined || world.channels.get(clip.channelId)?.categoryId === gameId) &&
        clip.createdAt >= from &&
        clip.createdAt <= to &&
        (featured === undefined || clip.featured === featured),
    );
    const page = pageOf(call, rows);
    return { data: page.rows.map((clip) => clipShape(world, clip)), pagination: page.pagination };
  },

  'create-clip-from-vod': (call) => {
    const { world } = call;
    const nobody = 'The broadcaster_id or the editor_id does not exist.';
    const channel = call.userIn('broadcaster_id', nobody, 404);
    const editor = call.userIn('editor_id', nobody, 404);
    const video = world.recordings.videos.get(call.text('vod_id'));
    if (video?.channelId !== channel.id) return refuse(404, 'The VOD is not found..');
    if (!isEditor(call, channel.id, editor.id)) {
      refuse(403, 'The user defined by the editor_id is not authorized to create Clips.');
    }
    const duration = call.number('duration') ?? 30;
    const end = call.number('vod_offset') ?? 0;
    if (end < duration || end > world.recordings.lengthOf(video)) {
      refuse(400, 'Validation errors: Invalid source type, missing required fields.');
    }
    const clip = world.recordings.clip({
      channelId: channel.id,
      creatorId: editor.id,
      title: call.text('title'),
      duration,
      video,
      offset: Math.round(end - duration),
    });
    return { data: [{ id: clip.id, edit_url: `https://clips.twitch.tv/${clip.id}/edit` }] };
  },

  'get-clips-download': (call) => {
    const { world } = call;
    const channel = call.userIn(
      'broadcaster_id',
      'The ID in the broadcaster_id, editor_id, or clip_id query parameter is not valid.',
    );
    if (!isEditor(call, channel.id, call.text('editor_id'))) {
      refuse(403, 'The user is not an editor for the specified broadcaster.');
    }
    if (!world.quota.use(`clip downloads ${call.text('editor_id')}`, 100, 60_000)) {
      refuse(429, 'The app exceeded the number of requests that it may make.');
    }
    const wanted = call.texts('clip_id');
    const found = world.recordings.clips.filter(
      (clip) => wanted.includes(clip.id) && clip.channelId === channel.id,
    );
    return {
      data: found.map((clip) => ({
        clip_id: clip.id,
        landscape_download_url: `https://static-cdn.jtvnw.net/clips/${clip.id}.mp4`,
        portrait_download_url: null,
      })),
    };
  },

  'get-videos': (call) => {
    const { world } = call;
    const ids = call.texts('id');
    const userId = call.maybe('user_id');
    const gameId = call.maybe('game_id');
    const filters = Number(ids.length > 0) + Number(userId !== undefined) + Number(gameId !== undefined);
    if (filters === 0)
      refuse(400, 'The request must specify either the id or user_id or game_id query parameter.');
    if (filters > 1) {
      refuse(
        400,
        'The id, user_id, and game_id query parameters are mutually exclusive; you must specify only one of them.',
      );
    }
    if (gameId !== undefined && !world.categories.has(gameId)) {
      refuse(404, 'The ID in the game_id query parameter was not found.');
    }
    const channelIds = userId === undefined ? [...world.channels.keys()] : [userId];
    const type = call.maybe('type') ?? 'all';
    const periods: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
    const days = periods[call.text('period')] ?? Infinity;
    const rows = channelIds
      .flatMap((id) => world.recordings.of(id))
      .filter(
        (video) =>
          (ids.length === 0 || ids.includes(video.id)) &&
          (gameId === undefined || world.channels.get(video.channelId)?.categoryId === gameId) &&
          (type === 'all' || video.type === type) &&
          video.createdAt > world.clock.now() - days * 86_400_000,
      )
      .sort((a, b) => (call.maybe('sort') === 'views' ? b.views - a.views : b.createdAt - a.createdAt));
    if (ids.length > 0 && rows.length === 0) {
      refuse(
        404,
        'The ID in the id query parameter was not found. Returned only if all the IDs were not found; otherwise, the ID is ignored.',
      );
    }
    const page = pageOf(call, rows);
    return { data: page.rows.map((video) => videoShape(world, video)), pagination: page.pagination };
  },

  'delete-videos': (call) => {
    const { world } = call;
    const ids = call.texts('id').filter((id) => world.recordings.videos.has(id));
    if (ids.some((id) => world.recordings.videos.get(id)?.channelId !== call.user?.id)) {
      refuse(401, 'The caller is not authorized to delete the specified video.');
    }
    for (const id of ids) world.recordings.videos.delete(id);
    return { data: ids };
  },

  'create-stream-marker': (call) => {
    const { world } = call;
    const channel = call.userIn('user_id', 'The ID in the user_id field is not valid.', 404);
    if (!isEditor(call, channel.id)) {
      refuse(
        403,
        "The user in the access token is not authorized to create video markers for the user in the user_id field. The user in the access token must own the video or they must be one of the broadcaster's editors.",
      );
    }
    if (!world.streams.has(channel.id)) refuse(404, 'The user in the user_id field is not streaming live.');
    const video = world.recordings.running(channel.id);
    if (!video) return refuse(404, "The user hasn't enabled video on demand (VOD).");
    const marker = world.recordings.mark(video, call.user?.id ?? '', call.text('description'));
    return {
      data: [
        {
          id: marker.id,
          created_at: rfc3339(marker.createdAt),
          position_seconds: marker.position,
          description: marker.description,
        },
      ],
    };
  },

  'get-stream-markers': (call) => {
    const { world } = call;
    const userId = call.maybe('user_id');
    const videoId = call.maybe('video_id');
    if ((userId === undefined) === (videoId === undefined)) {
      refuse(400, 'The request must specify either the user_id or video_id query parameter, but not both.');
    }
    const video =
      videoId === undefined ? world.recordings.of(userId ?? '')[0] : world.recordings.videos.get(videoId);
    if (!video) return refuse(404, "The user specified in the user_id query parameter doesn't have videos.");
    if (!isEditor(call, video.channelId)) {
      refuse(
        403,
        "The user in the access token is not authorized to get the video's markers. The user in the access token must own the video or be one of the broadcaster's editors.",
      );
    }
    const page = pageOf(call, video.markers);
    return {
      data:
        page.rows.length === 0
          ? []
          : [
              {
                ...named('user', world.users.get(video.channelId)),
                videos: [
                  { video_id: video.id, markers: page.rows.map((marker) => markerShape(video, marker)) },
                ],
              },
            ],
      pagination: page.pagination,
    };
  },
} as const satisfies Record<string, Handler>;
