/** The tools in CHZZK's chat. */
import * as z from 'zod/mini';

import { isKeyChoice, type KeyChoice } from '../../hotkeys/hotkeys.ts';
import { actionKinds } from '../../moderation/action.ts';
import { isRestrictionButton, type RestrictionButton } from '../../moderation/restriction-buttons.ts';
import { isReason, type Reason } from '../../moderation/reason.ts';
import { chzzkId, command, nickname, nothing, uuid } from './command.ts';
import { loggedAction } from './moderation.ts';

const senders = ['chzzk'] as const;
const kind = z.enum(actionKinds);

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
   * whether it is still the one.
   */
  'chzzk.chatDoor': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId, known: z.exactOptional(z.string().check(z.maxLength(100))) }),
    result: z.object({ chat: z.exactOptional(z.string()), pass: z.exactOptional(z.string()) }),
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
      messageId: z.exactOptional(z.string().check(z.regex(/^\d{12,14}:[0-9a-f]{32}$/))),
      quote: z.exactOptional(z.string().check(z.maxLength(2_000))),
      reason: z.exactOptional(z.string().check(z.maxLength(500))),
    }),
    result: loggedAction,
  }),
  /** Shows the channel of the asking page on the desk, in a window beside it. */
  'chzzk.openDesk': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId }),
    result: nothing,
  }),
  /** The settings that the tools need there, as they hold in its channel. */
  'chzzk.settings': command({
    stage: 'ready',
    senders,
    request: z.object({ channel: chzzkId }),
    result: z.object({
      /** The profile that is in force, where it is not the usual one. */
      profile: z.exactOptional(z.string()),
      buttons: z.readonly(z.array(z.custom<RestrictionButton>(isRestrictionButton))),
      keys: z.readonly(z.array(z.custom<KeyChoice>(isKeyChoice))),
      reasons: z.readonly(z.array(z.custom<Reason>(isReason))),
      usedReasons: z.readonly(z.array(z.string())),
    }),
  }),
} as const;
