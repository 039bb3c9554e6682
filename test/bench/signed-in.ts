/** A stage and a browser in which the moderator has signed in, as a user would. */
import { launchChromium } from '../e2e/drive/chromium/session.ts';
import type { ChromiumSession } from '../e2e/drive/chromium/session.ts';
import { pageHandler } from '../stage/page/serve.ts';
import { startStage } from '../stage/stage.ts';
import type { Stage } from '../stage/stage.ts';

/** What a bench works with. */
export interface Bench {
  readonly stage: Stage;
  readonly session: ChromiumSession;
  close(): Promise<void>;
}

/** The extension API of a page of ours. */
declare const chrome: { readonly runtime: { sendMessage(question: unknown): Promise<unknown> } };

/** What differs between benches. */
export interface SignedInOptions {
  /** How many live channels the moderator follows. */
  readonly follows?: number;
  /** What they allow; absent: what a first sign-in asks for. */
  readonly scopes?: readonly string[];
}

/** Opens a browser with the build in `extensionDir` on a stage. */
export async function signedIn(
  extensionDir: string,
  { follows, scopes }: SignedInOptions = {},
): Promise<Bench> {
  const stage = await startStage();
  stage.setPages(pageHandler(stage.world));
  if (follows !== undefined) stage.drive.growLiveFollows(follows);
  const session = await launchChromium({ browser: 'chromium', stage, extensionDir });
  await session.openTab('https://www.twitch.tv/gta_gran');
  const popup = await session.openPopup();
  if (scopes === undefined) await popup.byRole('button', 'Sign in to Twitch').click();
  else
    await popup.evaluate((scopes: readonly string[]) => {
      // The answer comes when the user has agreed.
      void chrome.runtime.sendMessage({ ask: 'accounts.signIn', request: { platform: 'twitch', scopes } });
    }, scopes);
  await session.consent('Authorize');
  await popup.byRole('list', 'Live channels').byRole('link').appears(60_000);
  await popup.close();
  return {
    stage,
    session,
    async close() {
      await session.close();
      await stage.close();
    },
  };
}
