/**
 * One visit to a channel's chat: asks what the account may do here, and has the tools put up while it may. Who may do nothing here
 * gets those that need no power, if they want them at all.
 */
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import type { Role } from '../../lib/pages/desk.ts';
import { viewerIn } from '../../lib/pages/twitch/viewer.ts';
import { linePlace } from '../../lib/pages/twitch/watch.ts';
import { watchLines } from '../../lib/pages/watch.ts';
import type { Life } from '../stream-page/life.ts';
import { theTools } from './bring.ts';

/** Opens the visit to `channel`; it ends with `signal`. */
export function openChannel(channel: string, life: Life, signal: AbortSignal): void {
  let visit = new AbortController();
  /** The account that acts here; it may change while the tools stand. */
  let actor: string | undefined;
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
    actor = role.login;
    const found = role.role !== 'none' ? 'tools' : role.quietTools ? 'quiet' : 'none';
    // Whoever acts now, what was done here stays at its lines, and can be taken back from there.
    if (found === standing) return;
    standing = found;
    visit.abort();
    visit = new AbortController();
    // Whoever was made a moderator a moment ago is told so by the page first.
    if (found !== 'tools') whenPageSaysModerator(channel, () => void ask(), visit.signal);
    if (found !== 'none') await putUp(found === 'quiet', AbortSignal.any([signal, visit.signal]));
  };

  const putUp = async (isQuiet: boolean, until: AbortSignal): Promise<void> => {
    const tools = await theTools();
    if (!life.goesOn() || until.aborted) return;
    if (tools) return tools.moderate({ channel, actor: () => actor, isQuiet, life, signal: until });
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

/**
 * Calls `said` when the page takes the user for a moderator of `channel`. Looked for once, when the first lines stand: what
 * the page says can only make Twitch be asked again, and a page that says nothing is not watched.
 */
function whenPageSaysModerator(channel: string, said: () => void, signal: AbortSignal): void {
  const look = new AbortController();
  const added = (): void => {
    look.abort();
    if (!asked.has(channel) && viewerIn(document, channel).moderates === true) {
      asked.add(channel);
      said();
    }
  };
  watchLines(linePlace(document), { moved: () => undefined, added }, AbortSignal.any([signal, look.signal]));
}

/** Channels about which Twitch was asked again because the page said so: once in the life of a page is enough. */
const asked = new Set<string>();
