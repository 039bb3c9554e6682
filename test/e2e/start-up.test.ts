/**
 * A browser that is closed and opened again: the list is there before Twitch has answered, and damage is told of.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { pageHandler } from '../stage/page/serve.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { launch } from './drive/launch.ts';
import type { Session } from './drive/session.ts';
import { browserName, builtFor } from './drive/suite.ts';

describe('the next evening', () => {
  let stage: Stage | undefined;
  let session: Session | undefined;
  let profile: string | undefined;

  afterEach(async () => {
    await session?.close();
    await stage?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const open = async (at: Stage, profile: string): Promise<Session> => {
    session = await launch({
      browser: browserName,
      stage: at,
      extensionDir: builtFor(browserName),
      profile,
    });
    return session;
  };

  it('begins with the list of the last one, while Twitch says nothing', async () => {
    profile = await mkdtemp(join(tmpdir(), 'sidestage-'));
    stage = await startStage();
    stage.setPages(pageHandler(stage.world));
    const first = await open(stage, profile);
    const before = await first.openExtensionPage('popup.html');
    await before.byRole('button', 'Sign in to Twitch').click();
    await first.consent('Authorize');
    await before.byText('14 live').appears();
    await first.close();

    const held = stage.drive.hold('helix');
    const second = await open(stage, profile);
    const page = await second.openExtensionPage('popup.html');
    await page.byText('14 live').appears();
    await page
      .byRole('list', 'Live channels')
      .byRole('link', /^MainStage/)
      .appears();
    await page.screenshot('popup-next-evening');
    held.release();
    await page.byText(/^Updated (now|\d+s ago)/).appears();
    expect((await second.problems()).take()).toEqual([]);
  });
});
