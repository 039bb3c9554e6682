/** The tools in CHZZK's chat. */
import * as z from 'zod/mini';

import type { ChatMode } from '../../chat/mode.ts';
import type { ManageList } from '../../chzzk/manage/wish.ts';
import { isKeyChoice, type KeyChoice } from '../../hotkeys/hotkeys.ts';
import { isManageList } from '../../managing/place.ts';
import { actionKinds } from '../../moderation/action.ts';
import { nameOpens } from '../../moderation/name-opens.ts';
import { isRestrictionChoice, type RestrictionChoice } from '../../moderation/restriction-buttons.ts';
import { isReason, type Reason } from '../../moderation/reason.ts';
import { chzzkId, chzzkMessageId, command, nickname, nothing, uuid } from './command.ts';
import { loggedAction } from './moderation.ts';

const senders = ['chzzk'] as const;
const kind = z.enum(actionKinds);

const chatMode: z.ZodMiniType<ChatMode> = z.object({
  who: z.enum(['everybody', 'followers', 'subscribers', 'managers', 'nobody']),
  followedMinutes: z.exactOptional(z.number()),
  subscribersToo: z.exactOptional(z.literal(true)),
  slowSeconds: z.exactOptional(z.number()),
  emotesOnly: z.exactOptional(z.literal(true)),
  realName: z.exactOptional(z.literal(true)),
});
const listName = z.custom<ManageList>((value) => typeof value === 'string' && isManageList(value));
/** Where the panel of a channel's managers stands in the page: px, and the list that is in sight. */
export const panelPlace = z.object({ x: z.number(), y: z.number(), list: z.exactOptional(listName) });

/** The commands. */
export const chzzkChatCommands = {
  /**
   * What the user may do in the chat of the asking page; nothing without a login or a role. `login` is what they are called
   * there.
   */
  'chzzk.role': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId }),
    result: z.object({ kinds: z.readonly(z.array(kind)), id: z.exactOptional(z.string()) }),
  }),
  /**
   * The way into the chat of the asking page, for reading and nothing else: the pass is nobody's. Of the chat that is `known` only
   * whether it is still the one. `mode` is how the chat is set.
   */
  'chzzk.chatDoor': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId, known: z.exactOptional(z.string().check(z.maxLength(100))) }),
    result: z.object({
      chat: z.exactOptional(z.string()),
      pass: z.exactOptional(z.string()),
      mode: z.exactOptional(chatMode),
    }),
  }),
  /** Whose the replay of the asking page is; absent where CHZZK names nobody. */
  'chzzk.ofReplay': command({
    stage: 'ready',
    senders,
    request: nothing,
    result: z.object({ channel: z.exactOptional(z.string()) }),
  }),
  /** Carries out an action in the chat of the asking page. The same `id` twice is one action. */
  'chzzk.moderate': command({
    stage: 'ready',
    senders,
    request: z.object({
      id: uuid,
      channel: chzzkId,
      kind,
      target: z.object({ login: nickname, name: nickname, id: z.exactOptional(chzzkId) }),
      seconds: z.exactOptional(z.int().check(z.gte(86_400), z.lte(90 * 86_400))),
      messageId: z.exactOptional(chzzkMessageId),
      quote: z.exactOptional(z.string().check(z.maxLength(2_000))),
      reason: z.exactOptional(z.string().check(z.maxLength(500))),
    }),
    result: loggedAction,
  }),
  /** Shows the channel of the asking page on the desk, in a window beside it. */
  'chzzk.openDesk': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId, list: z.exactOptional(listName) }),
    result: nothing,
  }),
  /** Opens a window of ours in which the stream key of the asking page's channel can be read. The key goes to no page but ours. */
  'chzzk.openKey': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId }),
    result: nothing,
  }),
  /** Puts the panel of the channel's managers into the asking page, and says where it stood last. */
  'chzzk.bringPanel': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId }),
    result: z.object({ place: z.exactOptional(panelPlace) }),
  }),
  /** Remembers where that stands, until the browser closes. */
  'chzzk.keepPlace': command({
    stage: 'ready',
    senders,
    request: panelPlace,
    result: nothing,
  }),
  /** The settings that the tools need there, as they hold in its channel. */
  'chzzk.settings': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId }),
    result: z.object({
      /** Whether the chat is read along, also where the page tells whose lines they are. */
      readAlong: z.boolean(),
      /** The profile that is in force, where it is not the usual one. */
      profile: z.exactOptional(z.string()),
      buttons: z.readonly(z.array(z.custom<RestrictionChoice>(isRestrictionChoice))),
      keys: z.readonly(z.array(z.custom<KeyChoice>(isKeyChoice))),
      reasons: z.readonly(z.array(z.custom<Reason>(isReason))),
      usedReasons: z.readonly(z.array(z.string())),
      nameOpens: z.enum(nameOpens),
      watchMinutes: z.int(),
    }),
  }),
} as const;
