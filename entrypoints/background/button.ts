/** What the toolbar button shows, and says to whoever rests on it. */
import { browser } from '../../lib/browser.ts';
import type { QueuePlace } from '../../lib/channel/queues.ts';
import { badgeWords, queueWords } from '../../lib/live/badge-words.ts';
import type { Badge, BadgeState } from '../../lib/live/badge.ts';
import { speakIn } from '../../lib/options/language.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { settings } from './ground.ts';

const colours: Readonly<Record<BadgeState, string>> = {
  live: '#c2203e',
  queue: '#6b3fb0',
  failed: '#a1430a',
  paused: '#5b6070',
  // It has no text of its own; a tab that has some, of its queue, stands in it.
  plain: '#6b3fb0',
  'signed-out': '#5b6070',
};

const iconOf = (name: string) => ({
  16: `/icon/${name}16.png`,
  32: `/icon/${name}32.png`,
  48: `/icon/${name}48.png`,
});

/** The language in which the button spoke last: a catalogue is worth being read once. */
let spoken: Settings['language'] | undefined;

async function speak(): Promise<void> {
  const { language } = await settings.read();
  if (language === spoken) return;
  try {
    await speakIn(language);
    spoken = language;
  } catch {
    await speakIn('auto');
  }
}

/** Shows it on every tab that has nothing of its own to show. */
export async function show(badge: Badge): Promise<void> {
  const { action } = browser;
  await action.setBadgeText({ text: badge.text });
  await action.setBadgeBackgroundColor({ color: colours[badge.state] });
  await action.setBadgeTextColor({ color: '#ffffff' });
  await action.setIcon({ path: iconOf(badge.state === 'signed-out' ? 'signed-out-' : '') });
  await speak();
  await action.setTitle({ title: badgeWords(badge) });
}

/** Shows it on one tab. */
export async function showOn(tabId: number, place: QueuePlace, badge: Badge): Promise<void> {
  const { action } = browser;
  await speak();
  // The tab may have been closed meanwhile.
  await Promise.allSettled([
    action.setBadgeText({ tabId, text: badge.text }),
    action.setTitle({ tabId, title: queueWords(place, badge) }),
  ]);
}

/** Takes from a tab what it alone showed. */
export async function clearOf(tabId: number): Promise<void> {
  const { action } = browser;
  // Nothing at all is what takes a text back; the types know only of words. Chrome has no such title, and shows for an empty
  // one what it would show for none.
  const nothing = null as unknown as string;
  const title = import.meta.env.FIREFOX ? nothing : '';
  await Promise.allSettled([
    action.setBadgeText({ tabId, text: nothing }),
    action.setTitle({ tabId, title }),
  ]);
}
