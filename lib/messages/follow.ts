/** Hearing what the background tells: for pages of ours and content scripts. */
import { browser } from '../browser.ts';
import { isNews } from './envelope.ts';
import type { Stamp } from './sender.ts';
import type { NewsOf, TopicName } from './topics.ts';

/** Calls `listener` with everything that is told on `name`, until `signal` aborts. */
export function follow<Name extends TopicName>(
  name: Name,
  listener: (value: NewsOf<Name>) => void,
  signal: AbortSignal,
): void {
  const hear = (message: unknown, stamp: Stamp): undefined => {
    if (stamp.id !== browser.runtime.id || !isNews(message) || message.news !== name) return;
    // Only the background sends news, and it filters them by the schema from which this type is made.
    listener(message.value as NewsOf<Name>);
  };
  if (signal.aborted) return;
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(hear);
  });
}
