/** The popup's side of what CHZZK's list does not say of its rows: asked for once a row rests in sight, or is sorted by it. */
import type { LiveStream } from './stream.ts';

/** So many channels may be asked about at once. */
export const detailsAtMost = 30;

/** What {@link createDetailAsking} needs. */
export interface DetailAskingParts {
  /** Asks about channels of CHZZK's. What comes of it is told with the list. */
  readonly ask: (ids: readonly string[]) => Promise<unknown>;
  readonly isOnline: () => boolean;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** A list that is scrolled is not asked about, ms. */
const restMs = 300;

/** Makes the asking: it is handed what is in sight whenever that is drawn, and never throws. */
export function createDetailAsking({ ask, isOnline, wait }: DetailAskingParts) {
  /** The background knows what is too old; a popup asks about a channel once. */
  const asked = new Set<string>();
  let glances = 0;

  return async (streams: readonly LiveStream[]): Promise<void> => {
    const glance = ++glances;
    const wanted = streams
      .filter(({ platform, channelId }) => platform === 'chzzk' && !asked.has(channelId))
      .slice(0, detailsAtMost)
      .map(({ channelId }) => channelId);
    if (wanted.length === 0) return;
    await wait(restMs);
    if (glance !== glances || !isOnline()) return;
    for (const id of wanted) asked.add(id);
    await ask(wanted).catch(() => {
      for (const id of wanted) asked.delete(id);
    });
  };
}
