/** Moderation in a stream page, its log, and what is known of people. */
import { fail } from '../../../lib/failure.ts';
import type { moderationCommands } from '../../../lib/messages/protocol/moderation.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { settingsIn } from '../../../lib/moderation/profiles.ts';
import type { People } from '../../../lib/people/people.ts';
import { chzzkManage } from '../chzzk-services.ts';
import { settings } from '../ground.ts';
import { chzzkModeration, moderation, people, unbanRequests } from '../services.ts';
import { accountBehind, accounts } from '../sign-in.ts';
import { declineKnown } from './declined.ts';
import type { HandlersOf } from './handlers-of.ts';
import { provenChannel } from './proven.ts';

/** Those who know the people of the asking page's platform. */
const peopleOf = ({ name }: Sender): People => (name === 'chzzk' ? people.chzzk : people.twitch);

/** See the file's head. */
export const moderationHandlers: HandlersOf<typeof moderationCommands> = {
  'moderation.act': async ({ id, ...action }, sender) => {
    await provenChannel(action.channel, sender, 'moderation.act');
    return declineKnown(moderation.act(id, action), () => accounts.inChannel('twitch', action.channel));
  },
  'moderation.nextStep': async (somebody, sender) => {
    await provenChannel(somebody.channel, sender, 'moderation.nextStep');
    const here = settingsIn(await settings.read(), somebody.channel);
    const days = here['moderation.ladderDays'];
    // The id is the page's word, but a step that a false one led to is refused before it is done.
    const who = { ...somebody, days };
    const next =
      sender.name === 'chzzk'
        ? await chzzkModeration.nextStep(here['moderation.chzzkLadder'], { platform: 'chzzk', ...who })
        : await moderation.nextStep(here['moderation.ladder'], { platform: 'twitch', ...who });
    return next === undefined ? { days } : { next, days };
  },
  'moderation.undo': async ({ id }, sender) => {
    const entry = await moderation.entry(id);
    if (entry !== undefined && 'platform' in sender) {
      await provenChannel(entry.action.channel, sender, 'moderation.undo');
    }
    if (entry?.action.platform === 'chzzk') return chzzkModeration.undo(id);
    return declineKnown(moderation.undo(id), async () => entry && accountBehind(entry.by.id));
  },
  'moderation.requests': async ({ channel, after }, sender) => {
    await provenChannel(channel, sender, 'moderation.requests');
    return declineKnown(unbanRequests(channel, after), () => accounts.inChannel('twitch', channel));
  },
  'moderation.log': ({ place, limit, before }) => moderation.window(place, limit, before),
  'moderation.logFacts': () => moderation.facts(),
  'people.known': async ({ channel }, sender) => ({
    people: await peopleOf(sender).known(await provenChannel(channel, sender, 'people.known')),
  }),
  'people.person': async (who, sender) => {
    await provenChannel(who.channel, sender, 'people.person');
    return peopleOf(sender).person(who);
  },
  'people.profile': async (who, sender) => {
    await provenChannel(who.channel, sender, 'people.profile');
    return peopleOf(sender).profile(who);
  },
  'people.follow': async (who, sender) => {
    await provenChannel(who.channel, sender, 'people.follow');
    const at = await declineKnown(people.twitch.followedAt(who), () =>
      accounts.inChannel('twitch', who.channel),
    );
    return at === undefined ? {} : { at };
  },
  'people.activity': async ({ channel, login, id }, sender) => {
    await provenChannel(channel, sender, 'people.activity');
    return id === undefined ? fail({ code: 'identity-mismatch', login }) : chzzkManage.activity(channel, id);
  },
  'people.write': async ({ who, nickname, note }, sender) => {
    await provenChannel(who.channel, sender, 'people.write');
    await peopleOf(sender).write(who, { nickname, note });
    return {};
  },
  // What is written down, whichever platform it is about, stands in one place.
  'people.written': async () => ({ people: await people.twitch.written() }),
  'people.forget': async ({ id }) => {
    await people.twitch.forget(id);
    return {};
  },
};
