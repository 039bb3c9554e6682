/** Accounts: signing in and out, who acts where, and what an account allows. */
import type { accountsCommands } from '../../../lib/messages/protocol/accounts.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { chzzkLive, forgetLists } from '../live.ts';
import { chzzkSession } from '../chzzk-services.ts';
import { forgetRounds, moderation } from '../services.ts';
import { accountBehind, accounts, lookAtClient } from '../sign-in.ts';
import type { HandlersOf } from './handlers-of.ts';
import { provenChannel } from './proven.ts';

/**
 * Who is asked something on the platform's page: whoever did what the logged action `undoes` is, or who acts in `channel`.
 *
 * @throws FailureError `refused` when a stream page speaks of another channel than its own.
 */
async function actorOf(
  { channel, undoes }: { readonly channel?: string; readonly undoes?: string },
  sender: Sender,
  command: string,
): Promise<{ readonly id: string; readonly login: string } | undefined> {
  const entry = undoes === undefined ? undefined : await moderation.entry(undoes);
  if (sender.name === 'twitch') await provenChannel(entry?.action.channel ?? channel ?? '', sender, command);
  if (entry) return entry.by;
  return channel === undefined ? undefined : accounts.inChannel('twitch', channel);
}

/** See the file's head. */
export const accountsHandlers: HandlersOf<typeof accountsCommands> = {
  'accounts.read': () => accounts.read(),
  'accounts.signIn': ({ id, scopes, another, accountId }) =>
    accounts.signIn({ id, scopes, another, accountId }),
  'accounts.cancel': async () => {
    await accounts.cancel();
    return {};
  },
  'accounts.showCode': async () => {
    await accounts.showCode();
    return {};
  },
  'accounts.use': async ({ accountId }) => {
    await accounts.use(accountId);
    return {};
  },
  'accounts.useIn': async ({ platform, channel, accountId }) => {
    await accounts.useIn(platform, channel, accountId);
    return {};
  },
  'accounts.allow': async ({ id, feature, accountId, ...where }, sender) => {
    const actor = await actorOf(where, sender, 'accounts.allow');
    await accounts.allow(feature, actor?.id ?? accountId ?? (await accounts.acting()).id, id);
    return {};
  },
  'accounts.signInAgain': async ({ id, ...where }, sender) => {
    const actor = await actorOf(where, sender, 'accounts.signInAgain');
    // No page of ours shows the code, where it is done by one.
    if (!actor) await accounts.signIn({ id, front: true });
    else if ((await accountBehind(actor.id))?.state !== 'ok')
      await accounts.signIn({ id, accountId: actor.id, login: actor.login, front: true });
    return {};
  },
  'accounts.drop': async ({ feature, accountId }) => {
    await accounts.drop(feature, accountId);
    return {};
  },
  'accounts.checkClient': async ({ clientId, kind }) => ({ verdict: await lookAtClient(clientId, kind) }),
  'accounts.signOut': async ({ accountId }) => {
    await accounts.signOut(accountId);
    await forgetRounds(accountId);
    await forgetLists();
    return {};
  },
  'chzzk.session': async () => {
    const session = await chzzkSession();
    // The answer does not wait for the list, which tells of itself when it has come.
    chzzkLive.heard(session).catch(() => undefined);
    return session === undefined ? {} : { session };
  },
};
