/** What the address bar suggests after our keyword, and where Enter leads. Pure. */
import { matches } from './arrange.ts';
import { channelUrl } from './channel-url.ts';
import type { LiveStream } from './stream.ts';

/** One suggestion. */
export interface Suggestion {
  /** What Enter opens. */
  readonly content: string;
  readonly description: string;
}

/** As many as browsers show. */
const atMost = 6;

const loginPattern = /^[a-z0-9_]{3,25}$/i;

/** The live channels that fit `typed`, the most watched first. */
export function suggestionsFor(typed: string, streams: readonly LiveStream[]): readonly Suggestion[] {
  return streams
    .filter((stream) => matches(stream, typed))
    .slice(0, atMost)
    .map((stream) => ({
      content: channelUrl(stream),
      description: [stream.name, stream.category, stream.title].filter(Boolean).join(' · '),
    }));
}

/** Where Enter leads: the suggestion that was chosen, the channel of that name, or Twitch's search. */
export function addressFor(typed: string, streams: readonly LiveStream[]): string {
  const words = typed.trim();
  const known = streams.find(
    (stream) => channelUrl(stream) === words || stream.login === words.toLowerCase(),
  );
  if (known) return channelUrl(known);
  return loginPattern.test(words)
    ? channelUrl({ platform: 'twitch', login: words.toLowerCase() })
    : `https://www.twitch.tv/search?term=${encodeURIComponent(words)}`;
}

/** `words` as text where a browser reads markup (Chrome's address bar does). */
export function asMarkup(words: string): string {
  // Letters that XML does not allow at all would make the browser refuse every suggestion.
  const allowed = words.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
  const names: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": 'apos',
  };
  return allowed.replace(/[&<>"']/g, (letter) => `&${names[letter] ?? ''};`);
}
