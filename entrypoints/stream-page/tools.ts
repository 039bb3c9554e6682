/** The tools of one channel's chat, put up and told what changes elsewhere. The scripts of both sites do it so. */
import {
  type LineTools,
  type LineToolsSettings,
  mountLineTools,
} from '../../components/in-page/line-tools.tsx';
import type { RequestsParts } from '../../components/in-page/requests/requests.tsx';
import type { Openers } from '../../components/in-page/chat-bar.tsx';
import { mountPeople, type PeopleParts, type PeopleTools } from '../../components/in-page/people/people.tsx';
import type { Platform } from '../../lib/chat/message.ts';
import { failureOf } from '../../lib/failure.ts';
import type { Hotkey } from '../../lib/hotkeys/hotkeys.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import type { ActionKind } from '../../lib/moderation/action.ts';
import { readNewest } from '../../lib/newest.ts';
import { reasonsFor } from '../../lib/moderation/reason.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import type { LogFeed } from '../../lib/pages/log-feed.ts';
import type { PeopleDesk } from '../../lib/pages/people-desk.ts';
import { Watches } from '../../lib/pages/watches.ts';
import { text } from '../../lib/text.ts';
import type { Life } from './life.ts';
import { openerOf } from './late-panel.ts';
import { laterScript, type Script, whenThere } from './scripts.ts';

/** What {@link putUpTools} needs. */
export interface ToolsParts {
  readonly platform: Platform;
  /** As its messages name it. */
  readonly channel: string;
  readonly chat: ChatPage;
  readonly desk: Desk;
  /** What only some platforms tell of people. */
  readonly more: Pick<PeopleDesk, 'follow' | 'activity'>;
  /** What can be done about people here. */
  readonly kinds: readonly ActionKind[];
  /** Who acts here, as they are called in chat. */
  readonly actor: () => string | undefined;
  /** Never rejects: the tools work without the user's settings too. */
  readonly readSettings: () => Promise<LineToolsSettings>;
  /** See `PeopleParts`. */
  readonly happened?: PeopleParts['happened'];
  /** What is said here now, and not beside a recording, may be kept. */
  readonly isLive: boolean;
  /** The user does not moderate here: nothing is kept, and nobody is asked whether it should be. */
  readonly isQuiet?: boolean;
  readonly life: Life;
}

/** The tools that were put up. */
export interface PutUp extends Pick<LineTools, 'learnt' | 'complain'> {
  /** Opens the sweep; `opener` gets the focus back in the end. Never rejects. */
  readonly sweep: (opener: HTMLElement) => Promise<void>;
  /** What opens the panels of this chat by key. */
  readonly openers: Openers;
  /** Every hotkey, with the key that it has now. */
  readonly hotkeys: () => readonly Hotkey[];
  /** What a panel beside the tools has of them. */
  readonly beside: Omit<RequestsParts, 'desk'> & { readonly desk: Desk };
}

/** Who shows the watches now. */
let shown: PeopleTools | undefined;

/** They go on while the user looks at another channel. */
const watches = new Watches((what) => shown?.watchesChanged(what));

/** Puts the tools up until `signal` aborts. They do not stand where the page has gone on meanwhile. */
export async function putUpTools(parts: ToolsParts, signal: AbortSignal): Promise<PutUp | undefined> {
  const { platform, channel, chat, desk, more, kinds, actor, readSettings, happened, isLive, life } = parts;
  const whetherKept = async () => (parts.isQuiet ? undefined : readKeeping());
  const reading = readNewest(
    () => Promise.all([readSettings(), whetherKept()]),
    ([now, kept]) => {
      settings = now;
      keepingChanged(kept);
      here.tools?.settingsChanged();
    },
    signal,
  );
  follow('settings', reading.again, signal);
  let [settings, keeping] = await reading.first;
  if (!life.goesOn() || signal.aborted) return undefined;
  const here: { tools?: LineTools } = {};
  /** Comes with a script of its own: most keep no messages, and those who do lose none by waiting for it. */
  let feed: LogFeed | undefined;
  let isFeedAsked = false;
  const turnFeed = (): void => {
    const isOn = isLive && keeping?.on === true;
    feed?.turn(isOn);
    if (isOn) people.remembered().forEach((message) => feed?.add(message));
    if (!isOn || isFeedAsked) return;
    isFeedAsked = true;
    const begin = ({ LogFeed }: Script<'corner'>): void => {
      feed = new LogFeed({ keep: (lines) => call('chatLog.keep', { channel, lines }) });
      turnFeed();
    };
    whenThere('corner', begin, life.goesOn, signal);
  };
  signal.addEventListener('abort', () => void feed?.leave());
  // Whoever goes to another page, or closes the tab, may not come back.
  const flush = (): void => void feed?.flush();
  window.addEventListener('pagehide', flush, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && flush(), { signal });
  const missed = (error: unknown): void => here.tools?.complain(text('partOpenFailed'), failureOf(error));
  const shared = { document, chat, actor, isAlive: life.goesOn, panels: laterScript('panels'), missed };
  const people = mountPeople(
    {
      ...shared,
      channel,
      desk: {
        ...more,
        known: async (of) => (await call('people.known', { channel: of })).people,
        person: (who) => call('people.person', who),
        profile: (who) => call('people.profile', who),
        older: ({ channel: of, id }, before) =>
          call('chatLog.older', {
            channel: of,
            who: id,
            ...(before && { before: { id: before.id, at: before.at } }),
          }),
        keepMessages: () => call('chatLog.turnOn', {}),
        write: (who, words) => call('people.write', { who, ...words }),
        allow: desk.allow,
      },
      watches,
      kinds: () => kinds,
      presets: () => settings.timeoutPresets,
      nameOpens: () => settings.nameOpens,
      watchMinutes: () => settings.watchMinutes,
      rememberWatch: (minutes) => {
        // Shown at once; where it cannot be kept, it holds for this visit.
        settings = { ...settings, watchMinutes: minutes };
        void call('settings.rememberWatch', { minutes }).catch(() => undefined);
      },
      hand: () => here.tools?.cards,
      happened,
      keeping: () => keeping,
      said: (message) => feed?.add(message),
    },
    signal,
  );
  shown = people;
  turnFeed();
  const openSweep = openerOf(
    laterScript('sweep'),
    {
      ...shared,
      platform,
      channel,
      desk,
      kinds,
      said: people.memory,
      isKnown: people.isNoted,
      reasons: () => reasonsFor(settings.reasons, channel, settings.usedReasons, chat.rules?.() ?? []),
    },
    signal,
  );
  const sweep = (...from: Parameters<typeof openSweep>): Promise<void> =>
    openSweep(...from).catch((error: unknown) =>
      here.tools?.complain(text('sweepOpenFailed'), failureOf(error)),
    );
  const calls = {
    ...people.calls,
    sweep: (...from: Parameters<typeof openSweep>) => void sweep(...from),
  };
  const openers: Openers = new Map();
  const tools = mountLineTools(
    {
      ...shared,
      desk,
      settings: () => settings,
      calls,
      people,
      panelsOf: parts.isQuiet ? 'nowhere' : platform,
      open: (panel, opener) => {
        const open = openers.get(panel);
        open?.(opener);
        return open !== undefined;
      },
    },
    signal,
  );
  here.tools = tools;
  function keepingChanged(now: typeof keeping): void {
    const wasOn = keeping?.on === true;
    keeping = now;
    if ((keeping?.on === true) !== wasOn) turnFeed();
    people.redraw();
  }
  follow('people', people.changed, signal);
  follow(
    'moderation.log',
    ({ id, undoneAt }) => {
      if (undoneAt !== undefined) tools.undone(id, undoneAt);
      people.changed();
    },
    signal,
  );
  return {
    learnt: (ids) => {
      tools.learnt(ids);
      people.learnt();
    },
    complain: tools.complain,
    sweep: (opener) => sweep(undefined, opener),
    openers,
    hotkeys: tools.cards.keys.doing.hotkeys,
    beside: {
      ...shared,
      channel,
      desk,
      choices: () => settings.keys,
      keys: () => here.tools?.cards.keys.doing,
      card: people.calls.card,
    },
  };
}

const day = 86_400;

/** Whether messages are kept, and for how long; nobody knows while the background does not answer. */
async function readKeeping(): Promise<{ on: boolean; seconds: number } | undefined> {
  const setting = await call('chatLog.read', {}).catch(() => undefined);
  return setting && { on: setting.on, seconds: setting.days * day };
}
