import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { redirectUrls } from '../../lib/identity.ts';
import {
  apiHosts,
  contentSecurityPolicy,
  optionalHosts,
  optionalPages,
  pageHosts,
  permissions,
} from '../../lib/policy.ts';

const builds = ['chrome-mv3', 'firefox-mv3'] as const;

/** The built files of `build` by name, as text. */
function filesOf(build: string, pattern: RegExp): Map<string, string> {
  const root = join('.output', build);
  if (!existsSync(root))
    throw new Error(`${root} is missing: run "npm run build" and "npm run build:firefox" first`);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.filter((name) => pattern.test(name)).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );
}

/** Addresses in the code that are asked or shown: hosts of the policy, and documents that we link to. */
const knownHosts = [
  ...[...apiHosts, ...pageHosts, ...optionalHosts, ...optionalPages].map(({ name }) => new URL(name).host),
  'static-cdn.jtvnw.net',
  'dev.twitch.tv',
  'nng-phinf.pstatic.net',
  'livecloud-thumb.akamaized.net',
  'video-phinf.pstatic.net',
  // The player in a window of its own: an address that is opened, never fetched from.
  'player.twitch.tv',
  // Names, not addresses: namespaces of XML, and the polyfill's own licence notice.
  'www.w3.org',
  'mozilla.org',
  // Where a sign-in comes back to, shown so that it can be registered; nothing is ever sent there.
  ...Object.values(redirectUrls).map((url) => new URL(url).host),
];

describe.each(builds)('the %s build', (build) => {
  const scripts = filesOf(build, /\.js$/);

  it.each([
    /\beval\(/,
    /\bnew Function\b/,
    /\bdocument\.write/,
    /dangerouslySetInnerHTML\b.{0,40}__html:\s*[a-z]/,
  ])('has no %s', (pattern) => {
    expect([...scripts].filter(([, code]) => pattern.test(code)).map(([name]) => name)).toEqual([]);
  });

  it('speaks of no other host', () => {
    const hosts = [...scripts.values()].flatMap((code) =>
      [...code.matchAll(/\b(?:https?|wss?):\/\/(?<host>[a-z0-9.-]+\.[a-z]{2,})/gi)].map(
        ({ groups }) => groups?.['host'],
      ),
    );
    expect([...new Set(hosts)].filter((host) => !knownHosts.includes(host ?? ''))).toEqual([]);
  });

  it('has the policy of the table in its manifest, and nothing for pages to fetch', () => {
    const manifest = JSON.parse(filesOf(build, /^manifest\.json$/).get('manifest.json') ?? '{}') as Record<
      string,
      unknown
    >;
    expect(manifest['content_security_policy']).toEqual({ extension_pages: contentSecurityPolicy });
    const known = permissions.filter((grant) => !('only' in grant) || build.startsWith(grant.only));
    expect(manifest['permissions']).toEqual(known.map(({ name }) => name));
    expect(manifest['host_permissions']).toEqual([...apiHosts, ...pageHosts].map(({ name }) => name));
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    const scripted = (manifest['content_scripts'] as { matches: string[] }[]).flatMap(
      ({ matches }) => matches,
    );
    expect([...new Set(scripted)].toSorted()).toEqual(pageHosts.map(({ name }) => name).toSorted());
  });

  it('leaves the gallery out', () => {
    expect([...filesOf(build, /gallery/).keys()]).toEqual([]);
  });
});
