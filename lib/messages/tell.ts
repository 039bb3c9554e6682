/**
 * Telling open pages what changed. Background only.
 *
 * Nobody keeps a port open for it: a port would have to be opened again after every death of the worker, and would wake
 * it for nothing. Pages of ours hear a runtime message; a stream page hears one through its tab, which it names when it
 * first asks something.
 */
import { browser } from '../browser.ts';
import type { NewsOf, TopicName } from './topics.ts';
import { topics } from './topics.ts';

/** The tabs whose content scripts want to hear news. Kept where a dying worker does not lose them. */
export interface TabBook {
  readonly read: () => Promise<readonly number[]>;
  readonly forget: (tabId: number) => Promise<void>;
}

/**
 * Tells `value` on `name` to every open page that may hear it. Never fails: a page that is gone is forgotten, and a worker that is
 * ended amid it, whose storage says no, has told nobody.
 */
export async function tell<Name extends TopicName>(
  name: Name,
  value: NewsOf<Name>,
  tabs: TabBook,
): Promise<void> {
  const topic = topics[name];
  const message = { news: name, value: topic.value.parse(value) };
  // No page of ours is open, most of the time; the browser calls that an error.
  const toPages = browser.runtime.sendMessage(message).catch(() => undefined);
  const toTabs = topic.to.some((name) => name === 'twitch' || name === 'chzzk')
    ? (await tabs.read().catch(() => [])).map((tabId) =>
        browser.tabs.sendMessage(tabId, message).catch(() => tabs.forget(tabId)),
      )
    : [];
  await Promise.allSettled([toPages, ...toTabs]);
}
