import { expect, it } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import type { Helix } from '../../lib/twitch/helix/client.ts';
import { createModeratedChannels, type ModeratedChannelsParts } from '../../lib/twitch/moderated-channels.ts';

type Kept = Awaited<ReturnType<ModeratedChannelsParts['kept']['get']>>;

const ann: Account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'ann',
  name: 'Ann',
  scopes: [],
  state: 'ok',
};

it('knows what somebody is in a channel without asking, or that it does not know', async () => {
  let list: Kept = undefined;
  const channels = createModeratedChannels({
    helix: {} as Helix,
    kept: { get: () => Promise.resolve(list) } as ModeratedChannelsParts['kept'],
    now: () => 0,
  });
  expect(await channels.known('ann', ann)).toBe('broadcaster');
  expect(await channels.known('mainstage', ann)).toBeUndefined();
  list = { [ann.id]: { at: 0, channels: [{ id: '7', login: 'mainstage', name: 'MainStage' }] } };
  expect(await channels.known('mainstage', ann)).toBe('moderator');
  expect(await channels.known('elsewhere', ann)).toBe('none');
});
