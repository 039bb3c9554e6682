import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startTraffic } from '../stage/chat/traffic.ts';
import type { Stage } from '../stage/stage.ts';
import { until } from './drive/deadline.ts';
import type { Session, Surface, Tab } from './drive/session.ts';
import { aimAt } from './moderator.ts';

/** What the stops of the tour hand on to each other. */
interface Walk {
  readonly session: Session;
  readonly stage: Stage;
  tab?: Tab;
  popup?: Surface;
}

/** A stop of the tour: what is shown there, and how one gets there. The picture taken has the stop's number and name. */
interface Stop {
  readonly name: string;
  readonly go: (walk: Walk) => Promise<{ screenshot(name: string): Promise<string> }>;
}

/** The chatter to whom it happens. */
const chatter = 'plainviewer';

/** What an earlier stop left. */
function left<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('The tour has lost its way');
  return thing;
}

/** The whole way, stop by stop. */
const stops: readonly Stop[] = [
  {
    name: 'channel',
    go: async (walk) => {
      const tab = await walk.session.openTab('https://www.twitch.tv/mainstage');
      walk.tab = tab;
      const talk = startTraffic(walk.stage.world, { channel: 'mainstage', linesPerSecond: 0, seed: 1 });
      talk.burst(24);
      talk.stop();
      const lines = tab.page.css('[data-a-target="chat-line-message"]');
      await until('chat to fill', async () => ((await lines.count()) > 20 ? true : undefined));
      return tab;
    },
  },
  {
    name: 'popup, signed out',
    go: async (walk) => {
      walk.popup = await walk.session.openPopup();
      await walk.popup.byRole('button', 'Sign in to Twitch').appears();
      return walk.popup;
    },
  },
  {
    name: 'consent',
    go: async ({ session, popup }) => {
      await left(popup).byRole('button', 'Sign in to Twitch').click();
      return session.consentPage();
    },
  },
  {
    name: 'popup, who is live',
    go: async (walk) => {
      await walk.session.consent('Authorize');
      if (!(await left(walk.popup).isOpen())) walk.popup = await walk.session.openPopup();
      await left(walk.popup).byRole('list', 'Live channels').byRole('link').appears();
      return left(walk.popup);
    },
  },
  {
    name: 'line, pointed at',
    go: async ({ stage, tab, popup }) => {
      await left(popup).close();
      const page = left(tab);
      stage.drive.say('mainstage', { from: chatter, text: 'BUY FOLLOWERS at totally-real dot example!!!' });
      await aimAt(page, chatter);
      return page;
    },
  },
  {
    name: 'timeout, asking for permission the first time',
    go: async ({ tab }) => {
      const page = left(tab);
      await page.ours.byRole('button', 'Timeout 10 minutes').click();
      await page.ours.byRole('status').byRole('button', 'Allow and continue').appears();
      return page;
    },
  },
  {
    name: 'timed out',
    go: async ({ session, tab }) => {
      const page = left(tab);
      await page.ours.byRole('status').byRole('button', 'Allow and continue').click();
      await session.consent('Authorize');
      await page.ours.byRole('status').says(new RegExp(`Timed out ${chatter} for 10 minutes`));
      return page;
    },
  },
  {
    name: 'undone',
    go: async ({ stage, tab }) => {
      const lifted = stage.nextRequest(({ method, path }) => method === 'DELETE' && path.endsWith('/bans'));
      await left(tab).ours.byRole('status').byRole('button', 'Undo').click();
      await lifted;
      return left(tab);
    },
  },
  {
    name: 'options',
    go: async ({ session }) => {
      const options = await session.openExtensionPage('options.html');
      await options.byRole('heading').appears();
      return options;
    },
  },
  {
    name: 'API explorer',
    go: async ({ session }) => {
      const options = await session.openExtensionPage('options.html#api');
      await options.byRole('heading', 'API explorer').appears();
      return options;
    },
  },
];

/** Walks the whole way, says what it sees, and leaves a picture of every stop and a log in `.output/tour`. */
export async function tour(session: Session, stage: Stage, folder = join('.output', 'tour')): Promise<void> {
  const walk: Walk = { session, stage };
  const log: string[] = [];
  await mkdir(folder, { recursive: true });
  try {
    for (const [index, { name, go }] of stops.entries()) {
      const begun = performance.now();
      const seen = await go(walk);
      const ms = Math.round(performance.now() - begun);
      const path = await seen.screenshot(
        `${String(index + 1).padStart(2, '0')}-${name.replace(/\W+/g, '-')}`,
      );
      const said = `${name} (${ms} ms): ${path}`;
      console.log(`  ${said}`);
      log.push(said);
    }
    for (const { where, text } of (await session.problems()).take()) log.push(`error in ${where}: ${text}`);
  } finally {
    await writeFile(join(folder, 'tour.log'), `${log.join('\n')}\n`);
  }
}
