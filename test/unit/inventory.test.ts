import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

import { optionalHosts, optionalPermissions } from '../../lib/policy.ts';
import { settingKeys } from '../../lib/store/settings-table.ts';

interface Inventory {
  readonly helix: readonly { readonly id: string }[];
  readonly messages: readonly { readonly name: string }[];
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
  readonly settings: readonly { readonly key: string }[];
  readonly hotkeys: readonly { readonly action: string }[];
}

describe('the inventory', () => {
  const printed = execFileSync(process.execPath, ['test/run/inventory.ts'], { encoding: 'utf8' });
  const inventory = JSON.parse(printed) as Inventory;

  it('is one JSON object with every table, and nothing else', () => {
    const tables = ['helix', 'eventsub', 'irc', 'chzzk', 'messages', 'permissions', 'hosts', 'settings'];
    expect(Object.keys(inventory)).toEqual([...tables, 'hotkeys']);
  });

  it('tells what is asked for later too', () => {
    for (const { name } of optionalPermissions) expect(inventory.permissions).toContain(name);
    for (const { name } of optionalHosts) expect(inventory.hosts).toContain(name);
  });

  it.each([
    ['helix', inventory.helix.map(({ id }) => id)],
    ['messages', inventory.messages.map(({ name }) => name)],
    ['settings', inventory.settings.map(({ key }) => key)],
    ['hotkeys', inventory.hotkeys.map(({ action }) => action)],
  ])('has each row of %s once', (_table, ids) => {
    expect(ids).not.toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has all of Helix, and every setting', () => {
    expect(inventory.helix).toHaveLength(149);
    expect(inventory.settings).toHaveLength(settingKeys.length);
  });
});
