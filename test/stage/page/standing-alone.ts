/** The page of Twitch's that has a host of its own, and no chat: the player alone. */
import { html } from '../oauth/pages.ts';
import { type Asked, sendHtml } from '../server/http.ts';
import type { World } from '../world/world.ts';

/** Where the player stands alone. */
export const playerHost = 'player.twitch.tv';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${html(title)} - Twitch</title><link rel="icon" href="data:,">
<style>body { margin: 0; background: #000; color: #fff; } video { inline-size: 100%; block-size: 100vh; }</style>
</head><body>${body}</body></html>`;

/** The player of a `channel`, for the site that `parent` names: without either there is none. */
export function playerAlone({ url, response }: Asked, world: World): void {
  const channel = world.find(url.searchParams.get('channel') ?? '');
  if (!channel || !url.searchParams.has('parent')) sendHtml(response, 404, page('Nothing', ''));
  else
    sendHtml(
      response,
      200,
      page(channel.displayName, `<video aria-label="${html(channel.displayName)}"></video>`),
    );
}
