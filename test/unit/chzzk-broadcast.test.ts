import { describe, expect, it, vi } from 'vitest';

import { modeOf } from '../../lib/chzzk/chat/mode.ts';
import { askedLately } from '../../lib/chzzk/lately.ts';

describe('how CHZZK’s chat is set', () => {
  it.each([
    [{ chatAvailableGroup: 'ALL', chatActive: true, chatSlowModeSec: 0 }, { who: 'everybody' }],
    [{ chatAvailableGroup: 'ALL', chatActive: false }, { who: 'nobody' }],
    [
      { chatAvailableGroup: 'FOLLOWER', minFollowerMinute: 30, allowSubscriberInFollowerMode: true },
      { who: 'followers', followedMinutes: 30, subscribersToo: true },
    ],
    [{ chatAvailableGroup: 'FOLLOWER', minFollowerMinute: 0 }, { who: 'followers' }],
    [
      { chatAvailableGroup: 'SUBSCRIBER', minFollowerMinute: 30, allowSubscriberInFollowerMode: true },
      { who: 'subscribers' },
    ],
    [
      {
        chatAvailableGroup: 'MANAGER',
        chatSlowModeSec: 5,
        chatEmojiMode: true,
        chatAvailableCondition: 'REAL_NAME',
      },
      { who: 'managers', slowSeconds: 5, emotesOnly: true, realName: true },
    ],
    [{ chatAvailableGroup: 'SOMEBODY' }, undefined],
    [{}, undefined],
  ] as const)('%j is %j', (status, mode) => {
    expect(modeOf({ chatChannelId: 'N1', ...status })).toEqual(mode);
  });
});

describe('what was asked lately', () => {
  const status = 'https://api.chzzk.naver.com/polling/v3.1/channels/c1/live-status';
  const another = 'https://api.chzzk.naver.com/polling/v3.1/channels/c2/live-status';

  function begin() {
    let now = 1_000;
    const asked = vi.fn((url: string) => Promise.resolve(new Response(url)));
    const { lately, anew } = askedLately(asked, () => now);
    const read = async (url: string, ask = lately): Promise<string> => (await ask(url, {})).text();
    return { asked, read, anew, passes: (ms: number) => (now += ms) };
  }

  it('is not asked again for a moment, also while the answer is on its way', async () => {
    const { asked, read, passes } = begin();
    expect(await Promise.all([read(status), read(status)])).toEqual([status, status]);
    passes(4_999);
    expect(await read(status)).toBe(status);
    expect(await read(another)).toBe(another);
    expect(asked).toHaveBeenCalledTimes(2);
    passes(1);
    await read(status);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('is asked anew by whoever wants that, and then known to the others', async () => {
    const { asked, read, anew } = begin();
    await read(status);
    asked.mockResolvedValueOnce(new Response('the next broadcast'));
    expect(await read(status, anew)).toBe('the next broadcast');
    expect(await read(status)).toBe('the next broadcast');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is asked again where it went wrong, and everything else each time', async () => {
    const { asked, read } = begin();
    asked.mockRejectedValueOnce(new TypeError('no network'));
    asked.mockResolvedValueOnce(new Response('down', { status: 503 }));
    await expect(read(status)).rejects.toThrow('no network');
    expect(await read(status)).toBe('down');
    expect(await read(status)).toBe(status);
    const profile = 'https://comm-api.game.naver.com/nng_main/v1/chats/N1/users/a1/profile';
    await read(profile);
    await read(profile);
    expect(asked).toHaveBeenCalledTimes(5);
  });
});
