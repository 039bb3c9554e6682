/** One visit to a channel's chat: asks what the user may do there, and puts up the tools for that. */
import { mountDeskMark } from '../../components/in-page/desk-mark.tsx';
import type { LineTools, LineToolsSettings } from '../../components/in-page/line-tools.tsx';
import { FailureError } from '../../lib/failure.ts';
import { call } from '../../lib/messages/call.ts';
import type { ActionKind } from '../../lib/moderation/action.ts';
import { restrictionButtons, usualRestrictionButtons } from '../../lib/moderation/restriction-buttons.ts';
import { chzzkChat } from '../../lib/pages/chzzk/chat.ts';
import { quietPlace } from '../../lib/pages/chzzk/quiet-place.ts';
import { SecondReader } from '../../lib/pages/chzzk/second-reader.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import type { Life } from '../twitch.content/life.ts';
import { putUpTools } from '../twitch-tools.content/tools.ts';
import { watchOver } from './health.ts';
import { listen } from './socket.ts';

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
  const readSettings = async (): Promise<LineToolsSettings> => {
    const { buttons, ...own } = await call('chzzk.settings', { channel }).catch(() => ({
      buttons: usualRestrictionButtons,
      keys: [],
      reasons: [],
      usedReasons: [],
    }));
    return {
      timeoutPresets: [],
      reason: '',
      buttons: restrictionButtons(kinds, buttons),
      only: true,
      ...own,
    };
  };
  const here: { tools?: Pick<LineTools, 'learnt'> } = {};
  const second = new SecondReader({
    wanted: () => listen(channel, second, () => here.tools?.learnt(), signal),
  });
  // What stands beside a replay was said long ago: the chat of now does not tell of it.
  const chat = chzzkChat(document, channel, kind === 'live' ? second : undefined);
  const tools = await putUpTools(
    {
      channel,
      chat,
      desk,
      more: { activity: (who) => call('people.activity', who) },
      kinds,
      actor: () => id,
      readSettings,
      life,
    },
    signal,
  );
  if (!tools) return;
  here.tools = tools;
  if (kind === 'live') watchOver(chat, channel, second, life, signal);
  mountDeskMark(
    {
      document,
      theme: chat.theme,
      place: () => quietPlace(document),
      onOpen: () => void call('chzzk.openDesk', { channel }).catch(() => undefined),
    },
    signal,
  );
}
