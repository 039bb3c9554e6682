/**
 * A chat row as a plain message: what the DOM shows, joined with what the probe knows.
 *
 * The DOM shows a nickname and words, and no id. The probe tells the messages that React holds for the row, which may be those
 * of before: only one that says the same words under the same name is believed. CHZZK knows a message by its author and its
 * time, and so do we: `<time>:<author>`.
 */
import type { ChatMessage } from '../../chat/message.ts';
import { messageId } from '../../chzzk/chat/message-id.ts';
import { badgeOf } from '../../chzzk/chat/role.ts';
import { anchors, anySelector, hiddenWords } from './anchors.ts';
import type { Facts } from './probe/wire.ts';

/** The message in `row` in the chat of `channel` (its id); `undefined` when no chatter said it, or not there. */
export function readLine(row: Element, channel: string, { said }: Facts): ChatMessage | undefined {
  const name = shownName(row);
  if (name === undefined) return undefined;
  const shown = readText(row);
  const deleted = hiddenWords.has(shown) || row.querySelector(anySelector.hidden) !== null;
  const named = said.filter((one) => one.name === name);
  // Instead of hidden words something else is shown, so that only the name is left to go by.
  const meant = deleted ? named : named.filter(({ text }) => text !== undefined && isSame(text, shown));
  const [known] = meant;
  // For a moment after a change of channel the old chat is still on the screen.
  if (known?.channelId !== undefined && known.channelId !== channel) return undefined;

  const userId = only(meant.map((one) => one.userId));
  const at = only(meant.map((one) => one.at));
  const isPlain = meant.every(({ type = 1 }) => type === 1);
  const isContradicted = said.length > 0 && userId === undefined;
  const role = userId === undefined ? undefined : known?.role;
  const badge = userId === channel ? 'broadcaster' : badgeOf(role);
  const badges = {
    ...(badge !== undefined && { [badge]: '1' }),
    ...(userId !== undefined && known?.verified === true && { verified: '1' }),
  };
  return {
    channel: { platform: 'chzzk', login: channel, id: channel },
    ...(userId !== undefined && at !== undefined && isPlain && { id: messageId(at, userId) }),
    author: {
      login: name,
      name,
      ...(userId !== undefined && { id: userId }),
      ...(Object.keys(badges).length > 0 && { badges }),
    },
    text: deleted ? shown : (known?.text ?? shown),
    ...(at !== undefined && { at }),
    deleted,
    ...(isContradicted && { doubt: 'contradicted' }),
  };
}

/**
 * The message that is pinned in `item`. Who wrote it, and when, the page is not known to say there, so that nothing but taking
 * it down can be done about it.
 */
export function readPinned(item: Element, channel: string): ChatMessage | undefined {
  const name = shownName(item);
  if (name === undefined) return undefined;
  return {
    channel: { platform: 'chzzk', login: channel, id: channel },
    author: { login: name, name },
    text: readText(item),
    deleted: false,
    pinned: true,
  };
}

/** The nickname in `row`. */
function shownName(row: Element): string | undefined {
  const [best, ...others] = anchors.nickname.selectors;
  const holder = [best, ...others]
    .map((selector) => row.querySelector(selector))
    .find((found) => found !== null);
  // Beside the name, badges and a title may stand in there.
  const name = (holder?.querySelector(anySelector.text) ?? holder)?.textContent.trim();
  return name ? name.slice(0, 100) : undefined;
}

/** The words in `row`, without its pictures. */
export function readText(row: Element): string {
  const texts = [...row.querySelectorAll(`:is(${anySelector.message}) :is(${anySelector.text})`)].filter(
    (text) => !text.closest(anySelector.nickname),
  );
  return texts
    .filter((text) => !texts.some((other) => other !== text && other.contains(text)))
    .map((text) => text.textContent)
    .join('')
    .trim()
    .slice(0, 2000);
}

/** What of words that were sent is found in those that are shown: pictures and white space are drawn in the page's own way. */
export const plainWords = (text: string): string =>
  text.replaceAll(/\{:[\w-]+:\}/g, '').replaceAll(/\s+/g, '');
const isSame = (sent: string, shown: string): boolean => plainWords(sent) === plainWords(shown);

/** What all of them say; `undefined` where they differ, or say nothing. */
function only<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
