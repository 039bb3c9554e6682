/** What may be done about a message, as far as the page shows it. The background decides again, with ids. */
import type { ChatMessage } from '../chat/message.ts';
import type { Protected } from '../moderation/protect.ts';

/** Badge sets of people who moderate a channel or the platform. */
const moderatorBadges = ['moderator', 'lead_moderator', 'staff', 'admin', 'global_mod'];

/** Whom the author is, when that protects them. `selves` are the logins of the user, on the page and in Sidestage. */
export function protectedAs(
  { author, channel }: ChatMessage,
  selves: readonly (string | undefined)[],
): Protected | undefined {
  if (selves.includes(author.login)) return 'self';
  const has = (badge: string): boolean => author.badges !== undefined && Object.hasOwn(author.badges, badge);
  if (author.login === channel.login || has('broadcaster')) return 'broadcaster';
  return moderatorBadges.some(has) ? 'moderator' : undefined;
}
