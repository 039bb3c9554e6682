/**
 * Prints what the product can do, as one JSON object, read from its own tables.
 */
import type { ManageCall } from '../../lib/chzzk/manage/call.ts';
import { manageCalls } from '../../lib/chzzk/manage/calls.ts';
import { publicCalls } from '../../lib/chzzk/public.ts';
import { hotkeys } from '../../lib/hotkeys/hotkeys.ts';
import { protocol } from '../../lib/messages/protocol.ts';
import {
  apiHosts,
  optionalHosts,
  optionalPages,
  optionalPermissions,
  pageHosts,
  permissions,
} from '../../lib/policy.ts';
import { settingKeys, settingsTable } from '../../lib/store/settings-table.ts';
import { endpoints } from '../../lib/twitch/helix/endpoints.ts';

const inventory = {
  helix: Object.values(endpoints).map(({ id, method, path, scopes, tokens, state }) => ({
    id,
    method,
    path,
    scopes,
    token: tokens,
    state,
  })),
  eventsub: [],
  irc: [],
  chzzk: [
    ...Object.values(publicCalls).map(({ id, method, url, query, login }) => ({
      id,
      method,
      url,
      query: Object.keys(query),
      login,
    })),
    ...Object.values(manageCalls)
      .flatMap((calls) => Object.values<ManageCall>(calls))
      .map(({ id, method, url, query }) => ({
        id,
        method,
        url,
        query: Object.keys(query.shape),
        login: true,
      })),
  ],
  messages: Object.entries(protocol).map(([name, { senders }]) => ({ name, senders })),
  permissions: [...permissions, ...optionalPermissions].map(({ name }) => name),
  hosts: [...apiHosts, ...pageHosts, ...optionalHosts, ...optionalPages].map(({ name }) => name),
  settings: settingKeys.map((key) => ({ key, default: settingsTable[key].default })),
  hotkeys: hotkeys.map(({ id, category, chord }) => ({ action: id, category, key: chord })),
};

process.stdout.write(`${JSON.stringify(inventory, null, 2)}\n`);
