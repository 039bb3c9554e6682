/** Pictures of `static-cdn.jtvnw.net`, of CHZZK's channels and of what they stream, drawn from their own address: the same address gives the same picture. */
import { badgePicture } from '../page/badge-picture.ts';
import { hash } from '../world/ids.ts';
import type { Asked } from '../server/http.ts';

/** Answers a request for a picture with SVG, whatever its ending says; browsers go by the type. */
export function cdnHost(asked: Asked): void {
  const svg = pictureFor(asked.url.pathname);
  asked.response.writeHead(200, {
    'content-type': 'image/svg+xml',
    'cache-control': 'max-age=86400',
    'access-control-allow-origin': '*',
  });
  asked.response.end(svg);
}

function pictureFor(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  if (path.startsWith('/jtv_user_pictures/')) return avatar(name.split('-profile_image')[0] ?? name);
  if (path.startsWith('/chzzk/livecloud/')) return preview(path, '-480x270.jpg');
  if (path.startsWith('/previews-ttv/')) return preview(path, name);
  if (path.startsWith('/ttv-boxart/')) return boxArt(name);
  return badgePicture(path) ?? emote(path);
}

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function avatar(login: string): string {
  const hue = hash(login) % 360;
  const letter = /[a-z0-9]/.exec(login)?.[0]?.toUpperCase() ?? '?';
  return svg(
    300,
    300,
    `<rect width="300" height="300" fill="hsl(${hue} 45% 38%)"/><circle cx="${60 + (hash(login) % 180)}" cy="60" r="150" fill="hsl(${(hue + 40) % 360} 55% 48%)" opacity=".6"/><text x="150" y="205" font-family="sans-serif" font-size="160" font-weight="700" text-anchor="middle" fill="#fff">${letter}</text>`,
  );
}

function preview(path: string, name: string): string {
  const [width = 440, height = 248] = (/(\d+)x(\d+)\.\w+$/.exec(name) ?? []).slice(1).map(Number);
  const hue = hash(path.replace(/-\d+x\d+\.\w+$/, '')) % 360;
  return svg(
    width,
    height,
    `<rect width="100%" height="100%" fill="hsl(${hue} 40% 16%)"/><path d="M0 ${height * 0.8} Q ${width * 0.3} ${height * 0.4} ${width * 0.55} ${height * 0.7} T ${width} ${height * 0.5} V ${height} H 0 Z" fill="hsl(${(hue + 30) % 360} 50% 34%)"/><circle cx="${width * 0.75}" cy="${height * 0.3}" r="${height * 0.12}" fill="hsl(${(hue + 180) % 360} 70% 65%)"/>`,
  );
}

function boxArt(name: string): string {
  const hue = hash(name.replace(/-\d+x\d+\.\w+$/, '')) % 360;
  return svg(
    285,
    380,
    `<rect width="285" height="380" fill="hsl(${hue} 50% 30%)"/><rect x="40" y="60" width="205" height="200" rx="18" fill="hsl(${(hue + 60) % 360} 60% 55%)"/>`,
  );
}

/** Emotes and badges: a small face. */
function emote(path: string): string {
  const seed = hash(path.replace(/\/(light|dark)\/[\d.]+$/, '').replace(/\/[123]$/, ''));
  const hue = seed % 360;
  const mouth = 14 + (seed % 8);
  return svg(
    28,
    28,
    `<circle cx="14" cy="14" r="13" fill="hsl(${hue} 80% 58%)"/><circle cx="9" cy="11" r="2" fill="#111"/><circle cx="19" cy="11" r="2" fill="#111"/><path d="M8 18 Q14 ${mouth} 20 18" fill="none" stroke="#111" stroke-width="2"/>`,
  );
}
