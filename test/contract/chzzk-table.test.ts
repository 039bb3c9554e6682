import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { publicCalls } from '../../lib/chzzk/public.ts';
import { chzzkOrigins } from '../../lib/policy.ts';

interface ReferenceCall {
  readonly id: string;
  readonly http_method: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly auth: string;
  readonly notes: readonly string[];
}

const place = new URL('../../../shared/platforms/chzzk/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, place), 'utf8'));
const isMissing = !existsSync(new URL('public.json', place));
const rows = Object.values(publicCalls);

describe('the table of CHZZK’s calls', () => {
  it('asks no host that the user was not asked about', () => {
    for (const { url, elsewhere = url } of rows) {
      for (const address of [url, elsewhere]) expect(chzzkOrigins).toContain(`${new URL(address).origin}/*`);
    }
  });
});

describe.skipIf(isMissing)('the table of CHZZK’s calls (the reference stands beside this checkout)', () => {
  const { endpoints } = (isMissing ? { endpoints: [] } : read('public.json')) as {
    endpoints: readonly ReferenceCall[];
  };

  it.each(rows.map((row) => [row.id, row] as const))('%s is a call of the reference', (id, row) => {
    const reference = endpoints.find((one) => one.id === id);
    expect(reference).toMatchObject({ http_method: row.method, url: row.url });
    expect(row.login).toBe(reference?.auth === 'login');
    const names = Object.keys(reference?.query ?? {});
    expect(Object.keys(row.query)).toEqual(names);
    for (const [name, kind] of Object.entries(row.query))
      expect(/^int\b/.test(reference?.query[name] ?? '')).toBe(kind === 'number');
    if (row.elsewhere !== undefined)
      expect(reference?.notes.join('\n')).toContain(`GET ${new URL(row.elsewhere).pathname}`);
  });

  it.each([
    ['userStatus', 'constructed_user_status_logged_in.json'],
    ['userStatus', 'constructed_user_status_logged_out.json'],
    ['channel', 'public_channel_unknown.json'],
    ['followings', 'constructed_followings.json'],
    ['followingsLive', 'constructed_followings.json'],
  ] as const)('%s takes %s', (name, example) => {
    const { content } = read(`examples/${example}`) as { content: unknown };
    expect(publicCalls[name].content.safeParse(content).error).toBeUndefined();
  });
});
