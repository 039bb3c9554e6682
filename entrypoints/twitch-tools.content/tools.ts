/** The tools of one channel's chat, put up and told what changes elsewhere. The scripts of both sites do it so. */
import {
  type LineTools,
  type LineToolsSettings,
  mountLineTools,
} from '../../components/in-page/line-tools.tsx';
import { mountPeople, type PeopleTools } from '../../components/in-page/people/people.tsx';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import type { ActionKind } from '../../lib/moderation/action.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import type { PeopleDesk } from '../../lib/pages/people-desk.ts';
import { Watches } from '../../lib/pages/watches.ts';
import type { Life } from '../twitch.content/life.ts';

/** What {@link putUpTools} needs. */
export interface ToolsParts {
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
  readonly life: Life;
}

/** Who shows the watches now. */
let shown: PeopleTools | undefined;

/** They go on while the user looks at another channel. */
const watches = new Watches(() => shown?.watchesChanged());

/** Puts the tools up until `signal` aborts. They do not stand where the page has gone on meanwhile. */
export async function putUpTools(
  parts: ToolsParts,
  signal: AbortSignal,
): Promise<Pick<LineTools, 'learnt'> | undefined> {
  const { channel, chat, desk, more, kinds, actor, readSettings, life } = parts;
  let settings = await readSettings();
  if (!life.goesOn() || signal.aborted) return undefined;
  const here: { tools?: LineTools } = {};
  const settingsChanged = async (): Promise<void> => {
    settings = await readSettings();
    if (!signal.aborted) here.tools?.settingsChanged();
  };
  follow('settings', () => void settingsChanged(), signal);
  const shared = { document, chat, actor, isAlive: life.goesOn };
  const people = mountPeople(
    {
      ...shared,
      channel,
      desk: {
        ...more,
        known: async (of) => (await call('people.known', { channel: of })).people,
        person: (who) => call('people.person', who),
        profile: (who) => call('people.profile', who),
        write: (who, words) => call('people.write', { who, ...words }),
        allow: desk.allow,
      },
      watches,
      kinds: () => kinds,
      presets: () => settings.timeoutPresets,
      hand: () => here.tools?.cards,
    },
    signal,
  );
  shown = people;
  const tools = mountLineTools(
    { ...shared, desk, settings: () => settings, calls: people.calls, people },
    signal,
  );
  here.tools = tools;
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
    learnt: () => {
      tools.learnt();
      people.learnt();
    },
  };
}
