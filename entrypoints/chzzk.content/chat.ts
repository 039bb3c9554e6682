/** One visit to a channel's chat: asks what the user may do there, and puts up the tools for that. */
import { mountChatBar } from '../../components/in-page/chat-bar.tsx';
import type { LineToolsSettings } from '../../components/in-page/line-tools.tsx';
import { FailureError, failureOf } from '../../lib/failure.ts';
import { call } from '../../lib/messages/call.ts';
import type { ActionKind } from '../../lib/moderation/action.ts';
import { restrictionButtons, usualRestrictionButtons } from '../../lib/moderation/restriction-buttons.ts';
import { usualWatch } from '../../lib/moderation/watch-length.ts';
import { chzzkChat } from '../../lib/pages/chzzk/chat.ts';
import { quietPlace } from '../../lib/pages/chzzk/quiet-place.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { text } from '../../lib/text.ts';
import type { Life } from '../stream-page/life.ts';
import { putUpTools } from '../stream-page/tools.ts';
import { watchOver } from './health.ts';
import { panelSwitch } from './panel.ts';
import { openRoom } from './room.tsx';

const notHere = (): Promise<never> => Promise.reject(new FailureError({ code: 'chzzk-logged-out' }));

const desk: Desk = {
  act: (id, action) => call('chzzk.moderate', { id, ...action }),
  undo: (id) => call('moderation.undo', { id }),
  nextStep: (who) => call('moderation.nextStep', who),
  // Whoever is logged in on CHZZK has nothing to allow.
  allow: notHere,
  signInAgain: notHere,
};

/** What can be done long afterwards. */
const ofReplay: ReadonlySet<ActionKind> = new Set(['bar']);

type Role = Awaited<ReturnType<typeof askRole>>;

const askRole = (channel: string) => call('chzzk.role', { channel });

/** Opens the visit to the chat of `channel` (its id), live or beside a replay; it ends with `signal`. */
export function openChat(
  channel: string,
  life: Life,
  signal: AbortSignal,
  kind: 'live' | 'replay' = 'live',
): void {
  let isAnswered = false;
  const isOver = (): boolean => isAnswered || signal.aborted || !life.goesOn();

  const ask = async (): Promise<void> => {
    if (isOver()) return;
    const role = await askRole(channel).catch(() => undefined);
    if (role === undefined || isOver()) return;
    isAnswered = true;
    const kinds = kind === 'live' ? role.kinds : role.kinds.filter((one) => ofReplay.has(one));
    if (kinds.length > 0) await moderate(channel, { ...role, kinds }, kind, life, signal);
  };
  // The network or the worker may have been away when we asked.
  const askAgain = (event: Event): void => {
    if (event.isTrusted && !document.hidden) void ask();
  };
  window.addEventListener('online', askAgain, { signal });
  document.addEventListener('visibilitychange', askAgain, { signal });
  void ask();
}

async function moderate(
  channel: string,
  { kinds, id }: Role,
  kind: 'live' | 'replay',
  life: Life,
  signal: AbortSignal,
): Promise<void> {
  const room = kind === 'live' ? openRoom(channel, life, signal) : undefined;
  const readSettings = async (): Promise<LineToolsSettings> => {
    const { buttons, readAlong, ...own } = await call('chzzk.settings', { channel }).catch(() => ({
      buttons: usualRestrictionButtons,
      // Nobody knows: it stays as it is.
      readAlong: undefined,
      keys: [],
      reasons: [],
      usedReasons: [],
      nameOpens: 'theirs' as const,
      watchMinutes: usualWatch,
    }));
    if (readAlong !== undefined) room?.read(readAlong);
    return {
      timeoutPresets: [],
      reason: '',
      buttons: restrictionButtons(kinds, buttons),
      only: true,
      ...own,
    };
  };
  // What stands beside a replay was said long ago: the chat of now does not tell of it.
  const chat = chzzkChat(document, channel, room);
  const tools = await putUpTools(
    {
      channel,
      chat,
      desk,
      more: { activity: (who) => call('people.activity', who) },
      platform: 'chzzk',
      kinds,
      actor: () => id,
      readSettings,
      happened: room?.about,
      isLive: kind === 'live',
      life,
    },
    signal,
  );
  if (!tools) return;
  if (room) {
    room.hear(tools.learnt);
    watchOver(chat, channel, room.second, life, signal);
  }
  const panel = panelSwitch({
    channel,
    theme: chat.theme,
    complain: tools.complain,
    life,
    signal,
  });
  mountChatBar(
    {
      document,
      theme: chat.theme,
      place: () => quietPlace(document),
      openers: tools.openers,
      hotkeys: tools.hotkeys,
      buttons: [
        ...(room
          ? [{ id: 'room', icon: 'list', label: text('roomOpen'), onPress: room.toggle } as const]
          : []),
        {
          id: 'manage',
          icon: 'shield',
          label: text('panelOpen'),
          onPress: (opener) =>
            panel(opener).catch((error: unknown) => tools.complain(text('panelFailed'), failureOf(error))),
        },
        { id: 'sweep', icon: 'broom', label: text('sweepOpen'), onPress: tools.sweep },
      ],
    },
    signal,
  );
}
