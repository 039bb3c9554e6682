/** What is left of streams: videos, the markers in them, and clips. */
import { randomText } from './ids.ts';
import type { World } from './world.ts';

/** A place in a video that somebody wants to find again. */
export interface Marker {
  readonly id: string;
  readonly createdAt: number;
  readonly description: string;
  /** Seconds from the start. */
  readonly position: number;
  readonly userId: string;
}

/** A video. One of a running stream grows with it. */
export interface Video {
  readonly id: string;
  readonly channelId: string;
  readonly streamId: string | undefined;
  readonly title: string;
  readonly createdAt: number;
  readonly type: 'archive' | 'highlight' | 'upload';
  /** Seconds; none while the stream runs. */
  duration: number | undefined;
  views: number;
  readonly markers: Marker[];
}

/** A clip. It is listed once it is made, some seconds after it was asked for. */
export interface Clip {
  readonly id: string;
  readonly channelId: string;
  readonly creatorId: string;
  readonly title: string;
  readonly createdAt: number;
  readonly readyAt: number;
  /** Seconds. */
  readonly duration: number;
  readonly videoId: string;
  /** Seconds into the video at which the clip begins. */
  readonly offset: number | undefined;
  readonly views: number;
  readonly featured: boolean;
}

/** How long Twitch takes to make a clip, ms. */
const clipMaking = 3_000;

/** Everything recorded on a stage. */
export class Recordings {
  readonly videos = new Map<string, Video>();
  /** Channels that keep no videos. */
  readonly withoutVideos = new Set<string>();
  /** Channels that let nobody clip. */
  readonly withoutClips = new Set<string>();
  readonly #clips = new Map<string, Clip>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    world.events.on('offline', ({ stream }) => {
      const video = this.#ofStream(stream.id);
      if (video) video.duration = Math.round((world.clock.now() - stream.startedAt) / 1000);
    });
  }

  #ofStream(streamId: string): Video | undefined {
    return [...this.videos.values()].find((video) => video.streamId === streamId);
  }

  add(video: Omit<Video, 'id' | 'markers'>): Video {
    const made: Video = { ...video, id: this.#world.newId(2_600_000_000), markers: [] };
    this.videos.set(made.id, made);
    return made;
  }

  /** A channel's videos, newest first, with that of the running stream. */
  of(channelId: string): readonly Video[] {
    this.running(channelId);
    return [...this.videos.values()]
      .filter((video) => video.channelId === channelId)
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  /** The video of the stream that runs now. */
  running(channelId: string): Video | undefined {
    const stream = this.#world.streams.get(channelId);
    if (!stream || this.withoutVideos.has(channelId)) return undefined;
    return (
      this.#ofStream(stream.id) ??
      this.add({
        channelId,
        streamId: stream.id,
        title: this.#world.channels.get(channelId)?.title ?? '',
        createdAt: stream.startedAt,
        type: 'archive',
        duration: undefined,
        views: 0,
      })
    );
  }

  /** How long a video is now, seconds. */
  lengthOf(video: Video): number {
    return video.duration ?? Math.round((this.#world.clock.now() - video.createdAt) / 1000);
  }

  mark(video: Video, userId: string, description: string): Marker {
    const createdAt = this.#world.clock.now();
    const marker = { id: randomText(24), createdAt, description, position: this.lengthOf(video), userId };
    video.markers.push(marker);
    return marker;
  }

  /** Makes a clip, now and yet unseen unless told. Without `video` it is of the running stream. */
  clip(
    how: Pick<Clip, 'channelId' | 'creatorId' | 'title' | 'duration'> &
      Partial<Pick<Clip, 'createdAt' | 'views'>> & { video?: Video; offset?: number },
  ): Clip {
    const { video, offset, createdAt = this.#world.clock.now(), views = 0, ...rest } = how;
    const made: Clip = {
      ...rest,
      id: `Stage${randomText(16)}-${randomText(12)}`,
      createdAt,
      readyAt: createdAt + clipMaking,
      videoId: video?.id ?? '',
      offset,
      views,
      featured: false,
    };
    this.#clips.set(made.id, made);
    return made;
  }

  /** Clips that are made, those with the most views first. */
  get clips(): readonly Clip[] {
    const now = this.#world.clock.now();
    return [...this.#clips.values()]
      .filter((clip) => clip.readyAt <= now)
      .sort((a, b) => b.views - a.views || b.createdAt - a.createdAt);
  }
}
