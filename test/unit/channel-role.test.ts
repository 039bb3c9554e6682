import { describe, expect, it } from 'vitest';

import { type ChannelRole, mayEdit, type PageRole, roleTexts } from '../../lib/channel/role.ts';

describe('what one is called in a channel', () => {
  it.each<[ChannelRole, readonly PageRole[], readonly string[]]>([
    ['broadcaster', ['vip', 'editor'], ['roleBroadcaster']],
    ['moderator', [], ['roleModerator']],
    ['moderator', ['lead', 'editor'], ['roleLead', 'roleEditor']],
    ['none', ['vip'], ['badgeVip']],
    ['none', ['vip', 'editor'], ['badgeVip', 'roleEditor']],
    ['none', ['editor'], ['roleEditor']],
    ['none', [], ['roleViewer']],
    // Whoever leads moderates; a page that says so of somebody who does not is not believed.
    ['none', ['lead'], ['roleViewer']],
  ])('is said of a %s who is also %j', (role, also, texts) => {
    expect(roleTexts(role, also)).toEqual(texts);
  });

  it('lets editors mark, and nobody else but the broadcaster', () => {
    expect(mayEdit('broadcaster')).toBe(true);
    expect(mayEdit('none', ['editor'])).toBe(true);
    expect(mayEdit('moderator', ['lead', 'vip'])).toBe(false);
  });
});
