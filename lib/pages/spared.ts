/** Who is left out when the same is done to many, as far as the page shows it. */
import type { ChatMessage } from '../chat/message.ts';
import type { Spared } from '../moderation/sweep/rule.ts';
import { isNobody, protectedAs } from './standing.ts';

/** Badge sets of people whom a channel, or the platform, distinguishes. */
const distinguished = {
  vip: ['vip', 'artist-badge'],
  verified: ['partner', 'verified', 'ambassador', 'bot-badge'],
} as const;

/** Why the author is left out; `undefined`: they are not. `selves` as in `protectedAs`. */
export function sparedAs(message: ChatMessage, selves: readonly (string | undefined)[]): Spared | undefined {
  const who = protectedAs(message, selves);
  if (who) return who;
  const { badges = {} } = message.author;
  for (const why of ['vip', 'verified'] as const) {
    if (distinguished[why].some((badge) => Object.hasOwn(badges, badge))) return why;
  }
  return isNobody(message) || message.doubt === 'contradicted' ? 'unsure' : undefined;
}
