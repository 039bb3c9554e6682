import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe('the locales', () => {
  type Catalogue = Record<string, { message: string }>;
  const catalogue = (language: string) =>
    JSON.parse(read(`public/_locales/${language}/messages.json`)) as Catalogue;
  const [en, ko] = [catalogue('en'), catalogue('ko')];
  const slots = (message: string): string[] =>
    [...message.matchAll(/\$\d/g)].map(([slot]) => slot).toSorted();

  it('have the same keys', () => {
    expect(Object.keys(ko).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it.each(['en', 'ko'])('have each key once in the text of %s', (language) => {
    // JSON takes the last of two silently; which one was meant, nobody knows.
    const keys = [
      ...read(`public/_locales/${language}/messages.json`).matchAll(/^ {2}"(?<key>[^"]+)": \{/gm),
    ].map(({ groups }) => groups?.['key'] ?? '');
    expect(keys).toHaveLength(Object.keys(catalogue(language)).length);
  });

  it('have no key that nobody asks for', () => {
    const sources = ['entrypoints', 'components', 'lib'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
    );
    const code = [...sources.filter((name) => /\.tsx?$/.test(name)), 'wxt.config.ts'].map(read).join('\n');
    const asked = new Set(
      [...code.matchAll(/'(?<plain>\w+)'|__MSG_(?<named>\w+?)__/g)].map(
        ({ groups }) => groups?.['plain'] ?? groups?.['named'],
      ),
    );
    expect(Object.keys(en).filter((key) => !asked.has(key))).toEqual([]);
  });

  it('fill in the same things', () => {
    for (const [key, { message }] of Object.entries(en)) {
      expect([key, new Set(slots(ko[key]?.message ?? ''))]).toEqual([key, new Set(slots(message))]);
    }
  });

  it('speak Korean in one manner: 합니다체, -하세요 for what is to be done, -할까요 for what is asked', () => {
    const otherManner = /(?<!세|아니|필|까)요(?=[.!?…)\s]|$)/;
    expect(Object.entries(ko).filter(([, { message }]) => otherManner.test(message))).toEqual([]);
  });

  it('have words for every key', () => {
    for (const [key, { message }] of [...Object.entries(en), ...Object.entries(ko)]) {
      expect(message.trim(), key).not.toBe('');
    }
  });
});
