/** What may be done about a message, as far as the page shows it. The background decides again, with ids. */
import { type ChatMessage, chatterKey } from '../chat/message.ts';
import type { Protected } from '../moderation/protect.ts';

/** Badge sets of people who moderate a channel or the platform. */
const moderatorBadges = ['moderator', 'lead_moderator', 'staff', 'admin', 'global_mod'];

/** Whom the author is, when that protects them. `selves` is what the user is known by, on the page and in Sidestage; see `chatterKey`. */
export function protectedAs(
  message: ChatMessage,
  selves: readonly (string | undefined)[],
): Protected | undefined {
  const { author, channel } = message;
  const key = chatterKey(message);
  if (selves.includes(key)) return 'self';
  const has = (badge: string): boolean => author.badges !== undefined && Object.hasOwn(author.badges, badge);
  if (key === channel.login || has('broadcaster')) return 'broadcaster';
  return moderatorBadges.some(has) ? 'moderator' : undefined;
}

/** Whether nobody knows who wrote it: what people are called on CHZZK is no identity. */
export const isNobody = ({ author, channel }: ChatMessage): boolean =>
  channel.platform === 'chzzk' && author.id === undefined;
