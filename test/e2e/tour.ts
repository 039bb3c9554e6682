import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Stage } from '../stage/stage.ts';
import type { Session, Surface, Tab } from './drive/session.ts';

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

/** The whole way, stop by stop. */
const stops: readonly Stop[] = [
  {
    name: 'channel',
    go: async (walk) => {
      walk.tab = await walk.session.openTab('https://www.twitch.tv/mainstage');
      return walk.tab;
    },
  },
  {
    name: 'popup, signed out',
    go: async (walk) => {
      walk.popup = await walk.session.openPopup();
      await walk.popup.byRole('button').appears();
      return walk.popup;
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
