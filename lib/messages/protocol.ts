/**
 * Everything that may be asked of the background: by whom, in which shape, and with which answer.
 *
 * `stage` is when a command may run: `free` at once, `ready` after the stores are open, `trusted` likewise but only for
 * pages of our own. The result's schema is also a filter: what it does not name does not leave the background.
 */
import * as z from 'zod/mini';

import { channelPage, listItem, listWish } from './discover-schemas.ts';
import { healthBookSchema, pageHealth } from './health-schemas.ts';
import { chzzkSessionSchema } from '../chzzk/session.ts';
import { failureSchema } from '../failure-schema.ts';
import { featureNames } from '../features.ts';
import { watchedAtMost } from '../live/collection.ts';
import { factsAtMost } from '../live/offline.ts';
import { nicknameLimit, noteLimit, type PersonRecord } from '../people/person.ts';
import { isKeyChoice, type KeyChoice } from '../hotkeys/hotkeys.ts';
import { actionKinds } from '../moderation/action.ts';
import { isRung, type Rung } from '../moderation/ladder.ts';
import { isLineButton, type LineButton } from '../moderation/line-button.ts';
import { isReason, type Reason } from '../moderation/reason.ts';
import { snapshot } from '../store/record-schemas.ts';
import { sweeps } from '../store/settings-desk.ts';
import { isPerson, peopleAtMost } from '../store/settings-file.ts';
import { followedList, offlineFacts, watchedList } from './lists-schemas.ts';
import type { SenderName } from './sender.ts';

const login = z.string().check(z.regex(/^[a-z0-9_]{1,25}$/));
const userId = z.string().check(z.regex(/^[0-9]{1,20}$/));
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i));
const platform = z.enum(['twitch', 'chzzk']);

const account = z.object({
  id: z.string(),
  platform,
  userId: z.string(),
  login: z.string(),
  name: z.string(),
  avatarUrl: z.exactOptional(z.string()),
  scopes: z.readonly(z.array(z.string())),
  declined: z.exactOptional(z.readonly(z.array(z.string()))),
  state: z.enum(['ok', 'expired']),
});

const feature = z.enum(featureNames);

const target = z.object({ login, name: z.string().check(z.maxLength(100)), id: z.exactOptional(userId) });

const action = z.object({
  platform,
  channel: login,
  kind: z.enum(actionKinds),
  target,
  seconds: z.exactOptional(z.int().check(z.gte(1), z.lte(1_209_600))),
  messageId: z.exactOptional(uuid),
  text: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(500))),
  reason: z.exactOptional(z.string().check(z.maxLength(500))),
});

const loggedAction = z.object({
  id: z.string(),
  action,
  by: z.object({ id: z.string(), login: z.string() }),
  at: z.number(),
  undoUntil: z.exactOptional(z.number()),
  undoneAt: z.exactOptional(z.number()),
});

const role = z.object({
  channel: login,
  role: z.enum(['broadcaster', 'moderator', 'none']),
  /** Login of the account that would act here. */
  login: z.exactOptional(z.string()),
  /** That account must sign in again; what it may do cannot be asked for until then. */
  expired: z.exactOptional(z.literal(true)),
});

const scopes = z.readonly(
  z.array(z.string().check(z.regex(/^[a-z]+(?::[a-z_]+)+$/))).check(z.maxLength(200)),
);

const pastedKind = z.enum(['app', 'extension-jwt']);

/** Letters that an HTTP header may hold, and nothing that would end it. */
const headerValue = (longest: number) => z.string().check(z.regex(/^[\x21-\x7e]+$/), z.maxLength(longest));

const notice = z.object({ id: z.string(), where: z.string(), at: z.number(), why: z.string() });

/** Somebody in the chat of the asking page. */
const somebody = z.object({ channel: login, login, id: z.exactOptional(userId) });

const chatModes = z.object({
  slow: z.nullable(z.int()),
  followers: z.nullable(z.int()),
  subscribers: z.boolean(),
  emotes: z.boolean(),
  unique: z.boolean(),
});

const roundId = z.string().check(z.minLength(1), z.maxLength(100));

/** A draft as it is sent. How long its texts may be is the platform's business: `bad-input` names the field. */
const roundDraft = z.object({
  title: z.string().check(z.maxLength(500)),
  choices: z.readonly(z.array(z.string().check(z.maxLength(500))).check(z.maxLength(20))),
  seconds: z.int(),
  points: z.exactOptional(z.object({ on: z.boolean(), each: z.nullable(z.int()) })),
});

const nothing = z.object({});

/** One row of the protocol. */
interface Command<Request extends z.ZodMiniType, Result extends z.ZodMiniType> {
  readonly stage: 'free' | 'ready' | 'trusted';
  readonly senders: readonly SenderName[];
  readonly request: Request;
  readonly result: Result;
}

const command = <Request extends z.ZodMiniType, Result extends z.ZodMiniType>(
  row: Command<Request, Result>,
): Command<Request, Result> => row;

const pages = ['popup', 'options', 'desk'] as const;

/** The table of commands. */
export const protocol = {
  /** Does the background answer? */
  'background.ping': command({
    stage: 'free',
    senders: [...pages, 'twitch'],
    request: nothing,
    result: z.object({ version: z.string() }),
  }),

  /** The accounts that are signed in, the active one, and whether a sign-in is under way. */
  'accounts.read': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({
      accounts: z.readonly(z.array(account)),
      activeId: z.exactOptional(z.string()),
      /** Channel (`twitch:<login>`) → the account that acts there. */
      channels: z.readonly(z.record(z.string(), z.string())),
      signingIn: z.boolean(),
      /** What the user compares on the platform's page; what the platform is asked with stays in the background. */
      code: z.exactOptional(z.object({ userCode: z.string(), url: z.string(), expiresAt: z.number() })),
      canSignIn: z.boolean(),
      way: z.enum(['window', 'code']),
      /** Why the last sign-in did not succeed. */
      failure: z.exactOptional(failureSchema),
    }),
  }),
  /**
   * Opens the platform's consent page, or shows a code; answers when the account is signed in. `scopes` are asked for
   * beside the usual; `another` lets somebody else sign in, `accountId` is to sign in again. The same `id` twice is one.
   */
  'accounts.signIn': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      id: z.exactOptional(uuid),
      platform: z.literal('twitch'),
      scopes: z.exactOptional(scopes),
      another: z.exactOptional(z.boolean()),
      accountId: z.exactOptional(z.string()),
    }),
    result: account,
  }),
  /** Gives a sign-in by code up. */
  'accounts.cancel': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Brings the platform's page for the code to the front. */
  'accounts.showCode': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Makes another account the one that acts. */
  'accounts.use': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ accountId: z.string() }),
    result: nothing,
  }),
  /** Chooses who acts in one channel; without an account the one that acts everywhere. */
  'accounts.useIn': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ platform, channel: login, accountId: z.exactOptional(z.string()) }),
    result: nothing,
  }),
  /**
   * Asks the user, on the platform's own page, to allow what a feature needs; answers when they have. A stream page names
   * its channel, and it is the account that acts there which is asked about. The same `id` twice is one question.
   */
  'accounts.allow': command({
    stage: 'ready',
    senders: [...pages, 'twitch'],
    request: z.object({
      id: z.exactOptional(uuid),
      feature,
      channel: z.exactOptional(login),
      accountId: z.exactOptional(z.string()),
    }),
    result: nothing,
  }),
  /** Lets the account that acts in the channel of the asking page sign in again; answers when it has. */
  'accounts.signInAgain': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ id: uuid, channel: login }),
    result: nothing,
  }),
  /** Takes what only this feature needs, or what none does, away from an account. */
  'accounts.drop': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ feature: z.enum([...featureNames, 'others']), accountId: z.string() }),
    result: nothing,
  }),
  /** Says what is wrong with a registered application, as far as that can be seen without signing in. */
  'accounts.checkClient': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({
      clientId: z.string().check(z.maxLength(100)),
      kind: z.enum(['confidential', 'public']),
    }),
    result: z.object({
      verdict: z.enum([
        'fine',
        'unsure',
        'malformed',
        'unknown',
        'is-public',
        'is-confidential',
        'no-redirect',
      ]),
    }),
  }),
  /** The channel that a tab shows, if Sidestage is in it. */
  'channel.ofTab': command({
    stage: 'trusted',
    senders: ['popup'],
    request: z.object({ tabId: z.int() }),
    result: z.object({ channel: z.exactOptional(login) }),
  }),
  /** Revokes the account's tokens and forgets it. */
  'accounts.signOut': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ accountId: z.string() }),
    result: nothing,
  }),

  /** Who is logged in on CHZZK, as CHZZK says; no session: the user has not permitted that it is asked. */
  'chzzk.session': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({ session: z.exactOptional(chzzkSessionSchema) }),
  }),

  /** Asks CHZZK who is live of those whom the user follows there, if that is permitted. The list is read from the store. */
  'chzzk.refresh': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({ look: z.enum(['not-permitted', 'logged-out', 'listed']) }),
  }),

  /** Asks the platform who is live now. The list itself is read from the store. */
  'live.refresh': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({}),
    result: z.object({ updatedAt: z.number(), count: z.int() }),
  }),

  /** The last known lists, that of an account (or the newest) and CHZZK's, for pages that the browser lets at no database. */
  'live.stored': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ accountId: z.exactOptional(z.string()) }),
    result: z.object({ own: z.exactOptional(snapshot), chzzk: z.exactOptional(snapshot) }),
  }),

  /** The channels that are followed, live or not; from what is kept, unless that is old or `fresh` is wished. */
  'live.followed': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ fresh: z.boolean() }),
    result: followedList,
  }),
  /** What is worth knowing of channels that are not live. */
  'live.offline': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ ids: z.readonly(z.array(userId).check(z.minLength(1), z.maxLength(factsAtMost))) }),
    result: z.object({ facts: z.readonly(z.array(offlineFacts)) }),
  }),
  /** Who is live in the categories that the user watches. */
  'live.watched': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      categoryIds: z.readonly(z.array(userId).check(z.maxLength(watchedAtMost))),
      fresh: z.boolean(),
    }),
    result: watchedList,
  }),

  /** Whose recording the asking page shows; no channel: nobody is signed in, or there is no such recording. */
  'channel.ofRecording': command({
    stage: 'ready',
    senders: ['twitch'],
    request: nothing,
    result: z.object({ channel: z.exactOptional(login) }),
  }),
  /** What the active account may do in the channel of the asking page. */
  'channel.role': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login, pageSaysModerator: z.exactOptional(z.boolean()) }),
    result: role,
  }),

  /** Carries out a moderation action. The same `id` twice is one action. */
  'moderation.act': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ id: uuid, ...action.shape }),
    result: loggedAction,
  }),
  /** The next step of the user's offence ladder for a chatter; absent when the ladder has none. */
  'moderation.nextStep': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login, login }),
    result: z.object({
      next: z.exactOptional(z.object({ rung: z.custom<Rung>(isRung), offence: z.int() })),
      days: z.int(),
    }),
  }),
  /** Takes back a logged action. */
  'moderation.undo': command({
    stage: 'ready',
    senders: ['twitch', ...pages],
    request: z.object({ id: uuid }),
    result: loggedAction,
  }),
  /** The newest entries of the action log. */
  'moderation.log': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ limit: z.int().check(z.gte(1), z.lte(500)) }),
    result: z.object({ entries: z.readonly(z.array(loggedAction)) }),
  }),

  /** Whose lines are marked in a channel, and why. */
  'people.known': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login }),
    result: z.object({
      people: z.readonly(
        z.array(
          z.object({
            id: z.string(),
            login: z.string(),
            nickname: z.exactOptional(z.string()),
            note: z.exactOptional(z.string()),
            actions: z.int(),
          }),
        ),
      ),
    }),
  }),
  /** What our own stores say about somebody, as far as this channel goes. */
  'people.person': command({
    stage: 'ready',
    senders: ['twitch'],
    request: somebody,
    result: z.object({
      nickname: z.exactOptional(z.string()),
      note: z.exactOptional(z.string()),
      history: z.readonly(z.array(loggedAction)),
    }),
  }),
  /** What the platform says about somebody. */
  'people.profile': command({
    stage: 'ready',
    senders: ['twitch'],
    request: somebody,
    result: z.object({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      createdAt: z.number(),
      avatarUrl: z.exactOptional(z.string()),
    }),
  }),
  /** Since when somebody follows the channel; absent when they do not. */
  'people.follow': command({
    stage: 'ready',
    senders: ['twitch'],
    request: somebody,
    result: z.object({ at: z.exactOptional(z.number()) }),
  }),
  /** Writes down the user's own words about somebody; empty ones are taken away. */
  'people.write': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({
      ...somebody.shape,
      nickname: z.string().check(z.maxLength(nicknameLimit)),
      note: z.string().check(z.maxLength(noteLimit)),
    }),
    result: nothing,
  }),
  /** Everybody of whom something is written down. */
  'people.written': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({
      people: z.readonly(
        z.array(
          z.object({
            id: z.string(),
            login: z.string(),
            name: z.string(),
            nickname: z.exactOptional(z.string()),
            note: z.exactOptional(z.string()),
            updatedAt: z.number(),
          }),
        ),
      ),
    }),
  }),
  /** Takes away what is written down about somebody. */
  'people.forget': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: z.string().check(z.maxLength(100)) }),
    result: nothing,
  }),

  /** Damaged data that were put aside and that the user has not been told of. */
  'notices.read': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({ notices: z.readonly(z.array(notice)) }),
  }),
  /** The user has read the notice; the copy stays. */
  'notices.dismiss': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: z.string() }),
    result: nothing,
  }),
  /** The damaged data as JSON text, without anything that was sealed. */
  'notices.export': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: z.string() }),
    result: z.object({ json: z.exactOptional(z.string()) }),
  }),

  /** How well the tools hold on to the asking page. */
  'health.tell': command({
    stage: 'ready',
    senders: ['twitch'],
    request: pageHealth,
    result: nothing,
  }),
  /** How the tools hold on to each kind of page, as it was seen last since the browser started. */
  'health.read': command({
    stage: 'trusted',
    senders: ['options'],
    request: nothing,
    result: z.object({ pages: healthBookSchema }),
  }),
  /** Shows the health of the pages in the options. */
  'health.open': command({ stage: 'free', senders: ['twitch'], request: nothing, result: nothing }),

  /** The settings that the tools in a stream page need. */
  'settings.page': command({
    stage: 'ready',
    senders: ['twitch'],
    request: nothing,
    result: z.object({
      timeoutPresets: z.readonly(z.array(z.int())),
      reason: z.string(),
      buttons: z.readonly(z.array(z.custom<LineButton>(isLineButton))),
      keys: z.readonly(z.array(z.custom<KeyChoice>(isKeyChoice))),
      reasons: z.readonly(z.array(z.custom<Reason>(isReason))),
      /** The reasons given last, the newest first. */
      usedReasons: z.readonly(z.array(z.string())),
    }),
  }),
  /** All settings. */
  'settings.read': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({ values: z.record(z.string(), z.unknown()) }),
  }),
  /** Changes one setting. Its own schema is checked by the store: `bad-input` names the key. */
  'settings.write': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ key: z.string().check(z.maxLength(100)), value: z.unknown() }),
    result: nothing,
  }),
  /** Changes many settings at once and writes what a file says about people. The same `id` twice is one change. */
  'settings.import': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({
      id: uuid,
      values: z.record(z.string().check(z.maxLength(100)), z.unknown()),
      people: z.readonly(z.array(z.custom<PersonRecord>(isPerson)).check(z.maxLength(peopleAtMost))),
    }),
    result: nothing,
  }),
  /** Sets every setting back to its default. The same `id` twice is one change. */
  'settings.reset': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ id: uuid }),
    result: nothing,
  }),
  /** The last change of many settings at once, which can be taken back. */
  'settings.last': command({
    stage: 'trusted',
    senders: ['options'],
    request: nothing,
    result: z.object({ last: z.exactOptional(z.object({ how: z.enum(sweeps), at: z.number() })) }),
  }),
  /** Takes that change back. */
  'settings.undo': command({ stage: 'trusted', senders: ['options'], request: nothing, result: nothing }),
  /** Whether settings are in the browser's sync storage, and how that goes. */
  'sync.read': command({
    stage: 'trusted',
    senders: ['options'],
    request: nothing,
    result: z.object({
      on: z.boolean(),
      at: z.exactOptional(z.number()),
      left: z.readonly(z.array(z.string())),
      failed: z.exactOptional(z.enum(['busy', 'unavailable', 'newer'])),
    }),
  }),
  'sync.turn': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ on: z.boolean() }),
    result: nothing,
  }),
  /** Takes our settings out of the browser's sync storage, and switches it off. */
  'sync.forget': command({ stage: 'trusted', senders: ['options'], request: nothing, result: nothing }),

  /** A page of a list of channels, categories, videos or clips. A new search gives an earlier one up. */
  'discover.list': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ wish: listWish, after: z.exactOptional(z.string().check(z.maxLength(2_000))) }),
    result: z.object({ items: z.readonly(z.array(listItem)), next: z.exactOptional(z.string()) }),
  }),
  /** A channel to look at: what it is about, what is planned, which teams it is in. */
  'discover.channel': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ login }),
    result: channelPage,
  }),

  /** What is known of a channel, seen by the account that acts there. */
  'channel.view': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ channel: login }),
    result: z.object({
      id: userId,
      login,
      name: z.string(),
      avatarUrl: z.exactOptional(z.string()),
      role: z.enum(['broadcaster', 'moderator', 'none']),
      followedAt: z.exactOptional(z.number()),
      modes: chatModes,
      shield: z.exactOptional(z.boolean()),
    }),
  }),
  /** Changes something in a channel, or marks the moment in one's own. The same `id` twice is once. */
  'channel.act': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      id: uuid,
      channel: login,
      wish: z.discriminatedUnion('tool', [
        z.object({ tool: z.literal('modes'), change: z.partial(chatModes) }),
        z.object({ tool: z.literal('shield'), on: z.boolean() }),
        z.object({ tool: z.literal('mark'), description: z.string().check(z.maxLength(500)) }),
      ]),
    }),
    /** `seconds`: where in the video the mark stands. */
    result: z.object({ seconds: z.exactOptional(z.number()) }),
  }),
  /** Begins a clip of a live channel. The same `id` twice is one clip. */
  'channel.clip': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: uuid, channel: login }),
    result: z.object({ id: z.string(), editUrl: z.string() }),
  }),
  /** The address of a clip, once it is made. */
  'channel.clipMade': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ channel: login, clipId: z.string().check(z.maxLength(200)) }),
    result: z.object({ url: z.exactOptional(z.string()) }),
  }),

  /** Fetches the polls of the acting account's channel; where they are kept, pages read them themselves. */
  'polls.refresh': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Starts a poll. `askedAt`: when the user pressed, so that a wish that comes twice is one poll. */
  'polls.start': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ draft: roundDraft, askedAt: z.number() }),
    result: nothing,
  }),
  /** Ends a poll early, and shows its result or puts it away. */
  'polls.end': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ id: roundId, ending: z.enum(['show', 'archive']) }),
    result: nothing,
  }),
  /** Fetches the predictions of the acting account's channel. */
  'predictions.refresh': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Starts a prediction. */
  'predictions.start': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ draft: roundDraft, askedAt: z.number() }),
    result: nothing,
  }),
  /** Locks a prediction, pays it out, or gives everybody their points back. */
  'predictions.end': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      id: roundId,
      ending: z.discriminatedUnion('how', [
        z.object({ how: z.literal('lock') }),
        z.object({ how: z.literal('cancel') }),
        z.object({ how: z.literal('resolve'), winnerId: roundId }),
      ]),
    }),
    result: nothing,
  }),

  /** Makes any call of the Helix table, for the API explorer. The same `id` twice is one call. */
  'helix.call': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({
      id: uuid,
      endpointId: z.string().check(z.maxLength(100)),
      input: z.record(z.string(), z.unknown()),
      accountId: z.exactOptional(z.string()),
      tokenKind: z.exactOptional(z.enum(['user', ...pastedKind.options])),
    }),
    result: z.object({
      answer: z.optional(z.unknown()),
      tookMs: z.number(),
      pointsLeft: z.exactOptional(z.number()),
    }),
  }),
  /** Hands over a token that Sidestage cannot get itself, for this session. There is no way to read it back. */
  'helix.token': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ kind: pastedKind, accessToken: headerValue(4_000), clientId: headerValue(100) }),
    result: nothing,
  }),
  /** Forgets the token of a kind. */
  'helix.forgetToken': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ kind: pastedKind }),
    result: nothing,
  }),
  /** Which kinds of token were handed over. */
  'helix.tokens': command({
    stage: 'trusted',
    senders: ['options'],
    request: nothing,
    result: z.object({ tokens: z.readonly(z.array(z.object({ kind: pastedKind, clientId: z.string() }))) }),
  }),
} as const;

/** The name of a command. */
export type CommandName = keyof typeof protocol;

/** What a command is asked with. */
export type RequestOf<Name extends CommandName> = z.infer<(typeof protocol)[Name]['request']>;

/** What a command answers. */
export type ResultOf<Name extends CommandName> = z.infer<(typeof protocol)[Name]['result']>;

/** The row of `name`; names that only look like properties (`__proto__`) are unknown. */
export function rowOf(name: string): Command<z.ZodMiniType, z.ZodMiniType> | undefined {
  return Object.hasOwn(protocol, name) ? protocol[name as CommandName] : undefined;
}
