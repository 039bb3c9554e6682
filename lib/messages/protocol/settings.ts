/** What the user chose, and what they are told of: settings, damaged data, the health of the tools. */
import * as z from 'zod/mini';

import { isKeyChoice, type KeyChoice } from '../../hotkeys/hotkeys.ts';
import { isSite } from '../../moderation/embed-site.ts';
import { isLineButton, type LineButton } from '../../moderation/line-button.ts';
import { nameOpens } from '../../moderation/name-opens.ts';
import { isReason, type Reason } from '../../moderation/reason.ts';
import { longestWatch } from '../../moderation/watch-length.ts';
import { type PersonRecord } from '../../people/person.ts';
import { sweeps } from '../../store/settings-desk.ts';
import { isPerson, peopleAtMost } from '../../store/settings-file.ts';
import { healthBookSchema, pageHealth } from '../health-schemas.ts';
import { command, login, nothing, pages, sites, uuid } from './command.ts';

const notice = z.object({ id: z.string(), where: z.string(), at: z.number(), why: z.string() });

/** The commands about settings and notices. */
export const settingsCommands = {
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
    senders: sites,
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
  'health.open': command({ stage: 'free', senders: sites, request: nothing, result: nothing }),
  /** Whether the user wants the tools in a chat that stands inside all of these sites. */
  'settings.embedded': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({
      sites: z.readonly(z.array(z.custom<string>(isSite)).check(z.minLength(1), z.maxLength(10))),
    }),
    result: z.object({ missing: z.exactOptional(z.string()) }),
  }),
  /** Shows, in the options, the question whether a site may have them. */
  'settings.openEmbedding': command({
    stage: 'free',
    senders: ['twitch'],
    request: z.object({ site: z.custom<string>(isSite) }),
    result: nothing,
  }),
  /** The settings that the tools in a stream page need, as they hold in its channel. */
  'settings.page': command({
    stage: 'ready',
    senders: ['twitch'],
    request: z.object({ channel: login }),
    result: z.object({
      /** The profile that is in force, where it is not the usual one. */
      profile: z.exactOptional(z.string()),
      timeoutPresets: z.readonly(z.array(z.int())),
      reason: z.string(),
      buttons: z.readonly(z.array(z.custom<LineButton>(isLineButton))),
      keys: z.readonly(z.array(z.custom<KeyChoice>(isKeyChoice))),
      reasons: z.readonly(z.array(z.custom<Reason>(isReason))),
      /** The reasons given last, the newest first. */
      usedReasons: z.readonly(z.array(z.string())),
      nameOpens: z.enum(nameOpens),
      watchMinutes: z.int(),
    }),
  }),
  /** The user chose at a press how long a watch lasts: so long the next one lasts, too. */
  'settings.rememberWatch': command({
    stage: 'ready',
    senders: sites,
    request: z.object({ minutes: z.int().check(z.gte(1), z.lte(longestWatch)) }),
    result: nothing,
  }),
  /** The words of the language that the user chose; none where that is the browser's. */
  'settings.words': command({
    stage: 'ready',
    senders: sites,
    request: nothing,
    result: z.object({
      chosen: z.exactOptional(
        z.object({
          language: z.string(),
          catalogue: z.record(z.string(), z.object({ message: z.string() })),
        }),
      ),
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
} as const;
