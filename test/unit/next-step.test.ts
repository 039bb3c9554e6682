import { beforeEach, expect, it, vi } from 'vitest';

import { moderationHandlers } from '../../entrypoints/background/handlers/moderation.ts';
import { moderation } from '../../entrypoints/background/services.ts';
import type { Sender } from '../../lib/messages/sender.ts';
import { usualLadder } from '../../lib/moderation/ladder.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';

vi.mock('../../entrypoints/background/services.ts', () => ({
  moderation: { nextStep: vi.fn(() => Promise.resolve(undefined)) },
}));
vi.mock('../../entrypoints/background/ground.ts', () => ({
  settings: { read: () => Promise.resolve(defaultSettings) },
}));
vi.mock('../../entrypoints/background/sign-in.ts', () => ({}));
vi.mock('../../entrypoints/background/chzzk-services.ts', () => ({}));

const sender: Sender = {
  name: 'twitch',
  platform: 'twitch',
  tabId: 1,
  frameId: 0,
  url: 'https://www.twitch.tv/stage',
};

beforeEach(() => vi.clearAllMocks());

it.each([
  ['by id where the page knows it', { id: '4711' }],
  ['by login where it does not', {}],
])('counts offences on Twitch %s', async (_how, known) => {
  const who = { channel: 'stage', login: 'bob', ...known };
  expect(await moderationHandlers['moderation.nextStep'](who, sender)).toEqual({ days: 30 });
  expect(moderation.nextStep).toHaveBeenCalledWith(usualLadder, {
    platform: 'twitch',
    days: 30,
    ...who,
  });
});
