/**
 * One visit to a channel's chat: asks what the account may do here, and has the tools put up while it may. Who may do nothing here
 * gets those that need no power, if they want them at all.
 */
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import type { Acting, Role } from '../../lib/pages/desk.ts';
import { alsoIn, viewerIn } from '../../lib/pages/twitch/viewer.ts';
import { linePlace } from '../../lib/pages/twitch/watch.ts';
import { watchLines } from '../../lib/pages/watch.ts';
import type { Life } from '../stream-page/life.ts';
import { theTools } from './bring.ts';

/** Opens the visit to `channel`; it ends with `signal`. */
export function openChannel(channel: string, life: Life, signal: AbortSignal): void {
  let visit = new AbortController();
  let hearing = new AbortController();
  /** The account that acts here; it may change while the tools stand. */
  let who: Acting | undefined;
  let standing: 'tools' | 'quiet' | 'none' | undefined;
  let question = 0;
  let isAnswered = false;

  const ask = async (): Promise<void> => {
    const current = ++question;
    isAnswered = false;
    const role = await roleIn(channel, viewerIn(document, channel).moderates);
    // Another question was asked meanwhile (the user signed in, say); its answer is the newer one.
    if (!life.goesOn() || signal.aborted || current !== question || role === undefined) return;
    isAnswered = true;
    // What stands stays, and says at the next press how to go on; it has just said so, if it was a press that found out.
    if (role.expired) return;
    who = role.login === undefined ? undefined : { login: role.login, role: role.role, also: [] };
    hearing.abort();
    hearing = new AbortController();
    whenChatStands(heard, AbortSignal.any([signal, hearing.signal]));
    const found = role.role !== 'none' ? 'tools' : role.quietTools ? 'quiet' : 'none';
    // Whoever acts now, what was done here stays at its lines, and can be taken back from there.
    if (found === standing) return;
    standing = found;
    visit.abort();
    visit = new AbortController();
    if (found !== 'none') await putUp(found === 'quiet', AbortSignal.any([signal, visit.signal]));
  };

  /** The chat stands, and with it what the page says of the user. */
  const heard = (): void => {
    const { login, moderates } = viewerIn(document, channel);
    // Whoever was made a moderator a moment ago is told so by the page first.
    if (standing !== 'tools' && moderates === true && !asked.has(channel)) {
      asked.add(channel);
      void ask();
      return;
    }
    if (who === undefined || who.login !== login) return;
    who = { ...who, also: alsoIn(document, channel, login) };
    if (who.also.length > 0) call('channel.also', { channel, also: who.also }).catch(() => undefined);
  };

  const putUp = async (isQuiet: boolean, until: AbortSignal): Promise<void> => {
    const tools = await theTools();
    if (!life.goesOn() || until.aborted) return;
    if (tools) return tools.moderate({ channel, who: () => who, isQuiet, life, signal: until });
    standing = undefined;
    isAnswered = false;
  };

  // The network or the worker may have been away when we asked.
  const askAgain = (event: Event): void => {
    if (event.isTrusted && !isAnswered && !document.hidden) void ask();
  };
  follow('accounts', () => void ask(), signal);
  follow(
    'settings',
    ({ key }) => {
      if (key === 'moderation.quietTools') void ask();
    },
    signal,
  );
  window.addEventListener('online', askAgain, { signal });
  document.addEventListener('visibilitychange', askAgain, { signal });
  void ask();
}

/** The account's role, or `undefined` when that could not be found out now. */
async function roleIn(channel: string, pageSaysModerator = false): Promise<Role | undefined> {
  try {
    return await call('channel.role', { channel, pageSaysModerator });
  } catch {
    return undefined;
  }
}

/** Calls `heard` when the first lines stand: what the page says before that says nothing, and is not watched after it. */
function whenChatStands(heard: () => void, signal: AbortSignal): void {
  const look = new AbortController();
  const added = (): void => {
    look.abort();
    heard();
  };
  watchLines(linePlace(document), { moved: () => undefined, added }, AbortSignal.any([signal, look.signal]));
}

/** Channels about which Twitch was asked again because the page said so: once in the life of a page is enough. */
const asked = new Set<string>();
