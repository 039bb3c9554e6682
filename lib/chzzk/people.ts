/** What CHZZK tells about people. One question says all of it, and proves who somebody is. */
import { fail } from '../failure.ts';
import type { PlatformUser } from '../moderation/platform.ts';
import type { PeoplePlatform, Profile } from '../people/people.ts';
import type { Fetch } from './ask.ts';
import { chatterIn } from './chatters.ts';
import { momentInKorea } from './korea.ts';
import { pictureOf } from './picture.ts';
import type { ChatProfile } from './public.ts';

/** People on CHZZK: whoever has the id that the page named, if they are called as the page says. */
export function chzzkPeople(fetch: Fetch): PeoplePlatform {
  const said = new WeakMap<PlatformUser, ChatProfile>();
  return {
    async user({ channel, login, id }) {
      if (id === undefined) return fail({ code: 'identity-mismatch', login });
      const profile = await chatterIn(fetch, channel, id);
      const { userIdHash, nickname } = profile;
      if (userIdHash == null || nickname == null) return undefined;
      const user = { id: userIdHash, login: nickname, name: nickname };
      said.set(user, profile);
      return user;
    },
    profile: (user) => Promise.resolve({ ...user, ...factsOf(said.get(user)) }),
  };
}

function factsOf(said: ChatProfile | undefined): Omit<Profile, keyof PlatformUser> {
  const { following, subscription } = said?.streamingProperty ?? {};
  const avatarUrl = pictureOf(said?.profileImageUrl);
  const followedAt = momentInKorea(following?.followDate);
  const { accumulativeMonth: months, tier } = subscription ?? {};
  const badges = (said?.activityBadges ?? []).filter(({ activated }) => activated !== false);
  const wears = [said?.title?.name, ...badges.map(({ name }) => name)].filter((name) => name != null);
  return {
    ...(avatarUrl !== undefined && { avatarUrl }),
    ...(followedAt !== undefined && { followedAt }),
    ...(months != null && { subscription: { months, ...(tier != null && { tier }) } }),
    wears: [...new Set(wears)],
  };
}
