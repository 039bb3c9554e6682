import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { chromeId, chromeKey, geckoId, redirectUrls } from '../../lib/identity.ts';
import {
  apiHosts,
  contentSecurityPolicy,
  optionalHosts,
  optionalPages,
  optionalPermissions,
  pageHosts,
  pageOrigins,
  permissions,
} from '../../lib/policy.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('docs/permissions.md', () => {
  it('names every permission and host with its reason, and no other', () => {
    const rows = [...read('docs/permissions.md').matchAll(/^\| `(?<name>[^`]+)` *\| (?<why>.+?) *\|$/gm)];
    const documented = rows.map(({ groups }) => ({ name: groups?.['name'], why: groups?.['why'] }));
    expect(documented).toEqual([
      ...[
        ...permissions,
        ...apiHosts,
        ...pageHosts,
        ...optionalPermissions,
        ...optionalHosts,
        ...optionalPages,
      ].map(({ name, why }) => ({ name, why })),
    ]);
  });
});

describe('the content security policy', () => {
  it('starts from nothing and runs no code but ours', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http:/);
  });

  it('lets requests go only to hosts that are permitted', () => {
    const connect = /connect-src ([^;]+)/.exec(contentSecurityPolicy)?.[1]?.split(' ') ?? [];
    const permitted = [...apiHosts, ...optionalHosts].map(({ name }) => name.replace('/*', ''));
    expect(connect.toSorted()).toEqual(["'self'", ...permitted].toSorted());
  });

  it('speaks of the pages that the content scripts are put into', () => {
    expect(pageOrigins).toEqual(pageHosts.map(({ name }) => name.replace('/*', '')));
  });
});

describe('the identity', () => {
  const hex = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');

  it('of the Chrome build follows from its key', async () => {
    const digest = hex(await crypto.subtle.digest('SHA-256', Buffer.from(chromeKey, 'base64')));
    const id = digest
      .slice(0, 32)
      .replace(/[0-9a-f]/g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
    expect(id).toBe(chromeId);
    expect(redirectUrls.chrome).toBe(`https://${id}.chromiumapp.org/`);
  });

  it('of the Firefox build gives the redirect address', async () => {
    const digest = hex(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(geckoId)));
    expect(redirectUrls.firefox).toBe(`https://${digest}.extensions.allizom.org/`);
  });

  it('is told in the README', () => {
    for (const url of Object.values(redirectUrls)) expect(read('README.md')).toContain(url);
  });
});
