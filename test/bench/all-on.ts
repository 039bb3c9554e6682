/**
 * A chat in which all tools are on, as a busy moderator has them: every button at the line, messages kept in the local log, a part of
 * the regulars with notes, nicknames and earlier actions, two of them watched, the card of a third open. All of it comes about as it does
 * for a user: by the keys, and by the messages that our own pages and the tools send.
 */
import { features } from '../../lib/features.ts';
import { buttonLimits, moreButtons, usualButtons } from '../../lib/moderation/line-button.ts';
import { settleTime } from '../../lib/pages/press-guard.ts';
import { until } from '../e2e/drive/deadline.ts';
import { ChromiumTab } from '../e2e/drive/chromium/surface.ts';
import type { Json, Part } from '../e2e/drive/surface.ts';
import { startTraffic } from '../stage/chat/traffic.ts';
import type { Bench } from './signed-in.ts';

/** The channel that is moderated, and its page. */
export const channel = 'mainstage';
export const address = `https://www.twitch.tv/${channel}?as=stagehand`;

/** What the account has allowed after some evenings. */
export const allScopes: readonly string[] = [
  ...new Set(Object.values(features).flatMap(({ scopes }) => scopes)),
];

/** One chatter in so many is known to the moderator. */
const knownOneIn = 4;

/** Keys that the user gave to tools which have none of their own. */
const keys = { watch: 'v', card: 'g' } as const;

/** Asks the background from `place`, as our own code there does. */
export async function ask(place: Part, name: string, request: Json): Promise<void> {
  const answer = await place.evaluate(
    async (name: string, request: Json) => {
      interface Extension {
        readonly runtime: { sendMessage(message: unknown): Promise<Json> };
      }
      const { runtime } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
      return runtime.sendMessage({ ask: name, request, id: crypto.randomUUID() });
    },
    name,
    request,
  );
  if ((answer as { ok?: boolean } | null)?.ok !== true)
    throw new Error(`${name} was answered by ${JSON.stringify(answer)}`);
}

/** Where the pointer rests while nobody does anything. */
export const resting = [600, 620] as const;

/** Lets chat go on to its newest line. */
export async function followNewest({ page }: ChromiumTab): Promise<void> {
  await until('chat to go on', async () => {
    await page.hand.move(1100, 400);
    await page.hand.wheel(9_000);
    await page.hand.move(...resting);
    return (await page.css('.chat-paused-footer').count()) === 0 ? true : undefined;
  });
}

/** Opens the page, and turns everything on. */
export async function openAllOn({ stage, session }: Bench): Promise<ChromiumTab> {
  const options = await session.openExtensionPage('options.html');
  const write = (key: string, value: Json): Promise<void> => ask(options, 'settings.write', { key, value });
  await write(
    'moderation.buttons',
    [...usualButtons, ...moreButtons].slice(0, buttonLimits.buttons) as unknown as Json,
  );
  await write(
    'moderation.keys',
    Object.entries(keys).map(([button, chord]) => ({ id: `button:${button}`, chord })),
  );
  await write('chatLog.on', true);
  await options.close();

  const tab = await session.openTab(address);
  if (!(tab instanceof ChromiumTab)) throw new Error('Only Chromium is measured');
  const { page, ours } = tab;
  const said = startTraffic(stage.world, { channel, linesPerSecond: 100 });
  await until('the regulars', () => Promise.resolve(said.said > 800 ? true : undefined), 60_000);
  said.stop();

  const often = new Map<string, number>();
  for (const { login } of stage.world.recentLines(channel, 800))
    often.set(login, (often.get(login) ?? 0) + 1);
  const regulars = [...often].toSorted(([, one], [, other]) => other - one).map(([login]) => login);
  const known = regulars.filter((_, place) => place % knownOneIn === 0);
  for (const [place, login] of known.entries()) {
    const target = { login, name: login };
    const isOffender = place % 2 === 0;
    if (place % 3 !== 0)
      await ask(ours, 'people.write', {
        who: { channel, login },
        nickname: place % 2 === 0 ? `Nick ${place}` : '',
        note: `Was here on evening ${place}`,
      });
    if (isOffender)
      await ask(ours, 'moderation.act', {
        id: crypto.randomUUID(),
        platform: 'twitch',
        channel,
        kind: 'timeout',
        target,
        seconds: 1,
      });
  }
  const [, watched = '', other = '', shown = ''] = regulars;
  for (const [login, key] of [
    [watched, keys.watch],
    [other, keys.watch],
    [shown, keys.card],
  ] as const) {
    await followNewest(tab);
    stage.world.say(channel, { from: login, text: 'Here I am' });
    const line = page.css(`[data-a-target="chat-line-message"][data-a-user="${login}"]`).nth(-1);
    const tools = ours.byRole('toolbar', `Moderate ${login}`);
    await until(`the tools of ${login}`, async () => {
      // A line that came at the same time pushed this one away from under the pointer.
      await line.hover();
      return (await tools.count()) > 0 ? true : undefined;
    });
    const since = await page.evaluate(() => performance.now());
    await page.waitUntil(
      'the tools to have stood for a moment',
      (since: number, ms: number) => performance.now() - since > ms,
      since,
      settleTime,
    );
    await page.hand.press(key);
  }
  await until('card and watch', async () => ((await ours.byRole('dialog').count()) === 2 ? true : undefined));
  await page.css('sidestage-person').appears();
  await followNewest(tab);
  return tab;
}
