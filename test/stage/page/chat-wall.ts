/** A site of somebody else's that shows chats of Twitch's inside its page, as many do. */
import { html } from '../oauth/pages.ts';
import { type Asked, sendHtml } from '../server/http.ts';

/** Its host. */
export const wallHost = 'chat-wall.example';

/** Its page: the chat of each `channel` in the address, as wide as such sites make it. */
export function chatWall({ url, response }: Asked): void {
  const frames = url.searchParams.getAll('channel').map((login) => {
    const source = `https://www.twitch.tv/embed/${encodeURIComponent(login)}/chat?parent=${wallHost}`;
    return `<iframe title="${html(login)}" src="${html(source)}"></iframe>`;
  });
  sendHtml(
    response,
    200,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A wall of chats</title><link rel="icon" href="data:,">
<style>body { margin: 24px; display: flex; gap: 16px; } iframe { width: 340px; height: 520px; border: 0; }</style>
</head><body>${frames.join('')}</body></html>`,
  );
}

/** Who may show a page of Twitch's in a frame: the sites that its address names, and only chat that is made for it. */
export function frameAncestors({ pathname, searchParams }: URL): string {
  const parents = /^\/embed\/\w+\/chat\/?$/.test(pathname) ? searchParams.getAll('parent') : [];
  const named = parents.filter((parent) => /^[\w.-]+$/.test(parent)).map((parent) => `https://${parent}`);
  return `frame-ancestors ${named.length > 0 ? named.join(' ') : "'self'"}`;
}
