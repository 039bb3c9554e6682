import { expect, it } from 'vitest';

import type { Helix } from '../../lib/twitch/helix/client.ts';
import { createModeratedChannels, type ModeratedChannelsParts } from '../../lib/twitch/moderated-channels.ts';
import { accountOf } from './accounts-platform.ts';

type Kept = Awaited<ReturnType<ModeratedChannelsParts['kept']['get']>>;

const ann = accountOf('ann', []);

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
