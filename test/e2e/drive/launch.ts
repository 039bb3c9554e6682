import { launchChromium } from './chromium/session.ts';
import { launchFirefox } from './firefox/session.ts';
import type { LaunchOptions, Session } from './session.ts';
import { tailored } from './tailored.ts';

/** Starts a browser with the built extension in it. Close the session when done. */
export async function launch(options: LaunchOptions): Promise<Session> {
  const { browser, extensionDir, language, granted } = options;
  const isFirefox = browser === 'firefox';
  const { dir, remove } = await tailored(extensionDir, {
    ...(language && { language }),
    // Firefox can be told who may what while it runs.
    ...(granted && !isFirefox && { granted }),
  });
  try {
    const session = await (isFirefox ? launchFirefox : launchChromium)({ ...options, extensionDir: dir });
    // At once: whoever closed the browser may end the process next.
    void session.ended.then(remove);
    return session;
  } catch (error) {
    remove();
    throw error;
  }
}
