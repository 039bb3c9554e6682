import { launchChromium } from './chromium/session.ts';
import { launchFirefox } from './firefox/session.ts';
import type { LaunchOptions, Session } from './session.ts';

/** Starts a browser with the built extension in it. Close the session when done. */
export function launch(options: LaunchOptions): Promise<Session> {
  return options.browser === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
