/** What `npm start` does once all is set up: opens the stage and a browser on it, or walks the tour without a display. */
import { resolve } from 'node:path';

import { launch } from '../e2e/drive/launch.ts';
import { tour } from '../e2e/tour.ts';
import { startTraffic } from '../stage/chat/traffic.ts';
import { pageHandler } from '../stage/page/serve.ts';
import { startStage } from '../stage/stage.ts';

const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const isShown = process.argv[3] === 'shown';
const channel = 'mainstage';

const hints = `
Sidestage runs on the local stage: a Twitch of its own on this machine. Nothing leaves it.

  · Press the Sidestage button in the toolbar (in the puzzle menu, if it is not pinned) and sign in to Twitch.
    The consent page is the stage's; any of its people will do.
  · The popup then lists who is live. Enter or a click opens a channel.
  · In https://www.twitch.tv/${channel}, move the mouse over a chat line, or walk there with the Tab key: time
    somebody out, and take it back with Undo.

Close the browser to end.
`;

const stage = await startStage();
stage.setPages(pageHandler(stage.world));
const traffic = startTraffic(stage.world, { channel, linesPerSecond: isShown ? 2 : 1 });
const session = await launch({
  browser,
  stage,
  extensionDir: resolve('.output', browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'),
  headless: !isShown,
  // A picture of the tour is of what stands, not of what is coming in.
  ...(isShown ? {} : { pictures: resolve('.output', 'tour'), reducedMotion: true }),
});
try {
  if (isShown) {
    await session.openTab(`https://www.twitch.tv/${channel}`);
    console.log(hints);
    await session.ended;
  } else {
    await tour(session, stage);
  }
} finally {
  traffic.stop();
  await session.close();
  await stage.close();
}
