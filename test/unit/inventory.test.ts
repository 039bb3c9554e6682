import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

import { optionalHosts, optionalPermissions } from '../../lib/policy.ts';
import { settingKeys } from '../../lib/store/settings-table.ts';

describe('the inventory', () => {
  const printed = execFileSync(process.execPath, ['test/run/inventory.ts'], { encoding: 'utf8' });
  const inventory = JSON.parse(printed) as Record<string, Record<string, unknown>[]>;

  it('is one JSON object with every table, and nothing else', () => {
    expect(Object.keys(inventory)).toEqual([
      'helix',
      'eventsub',
      'irc',
      'chzzk',
      'messages',
      'permissions',
      'hosts',
      'settings',
      'hotkeys',
    ]);
  });

  it('tells what is asked for later too', () => {
    expect(inventory['permissions']).toEqual(
      expect.arrayContaining(optionalPermissions.map(({ name }) => name)),
    );
    expect(inventory['hosts']).toEqual(expect.arrayContaining(optionalHosts.map(({ name }) => name)));
  });

  it('has each row once', () => {
    expect(inventory['helix']).toHaveLength(149);
    expect(inventory['settings']).toHaveLength(settingKeys.length);
    for (const [table, key] of [
      ['helix', 'id'],
      ['messages', 'name'],
      ['settings', 'key'],
      ['hotkeys', 'action'],
    ] as const) {
      const ids = (inventory[table] ?? []).map((row) => row[key]);
      expect(new Set(ids).size, table).toBe(ids.length);
    }
  });
});
