/** Who somebody is, by the profile that CHZZK sends along with what they say. */
import type { Author } from '../../chat/message.ts';
import type { Named } from '../../chat/news.ts';
import { countOf, hashOf, partOf, read, textOf } from './fields.ts';
import { badgeOf } from './role.ts';

/** The longest nickname that is kept, in characters. */
const longest = 100;

const nameIn = (value: unknown): string | undefined => textOf(textOf(value)?.trim().slice(0, longest));

/**
 * The author with the id `uid` in the chat of `channel`; `profile` is JSON text, and `null`, missing or `{}` for those who did
 * not want to be named. `undefined` where id and profile speak of two people.
 */
export function authorOf(
  uid: unknown,
  profile: unknown,
  channel: string,
  otherName?: unknown,
): Author | undefined {
  const fields = partOf(profile);
  const id = hashOf(uid);
  const own = hashOf(read(fields, 'userIdHash'));
  if (own !== undefined && own !== id) return undefined;
  const name = nameIn(read(fields, 'nickname')) ?? nameIn(otherName) ?? '';
  const property = partOf(read(fields, 'streamingProperty'));
  const months = countOf(read(partOf(read(property, 'subscription')), 'accumulativeMonth'));
  const role = id === channel ? 'broadcaster' : badgeOf(textOf(read(fields, 'userRoleCode')));
  return {
    // Nicknames are what people are known by there; they are never written otherwise than their owners do.
    login: name,
    name,
    ...(id !== undefined && { id }),
    badges: {
      ...(role !== undefined && { [role]: '1' }),
      ...(months !== undefined && { subscriber: String(months) }),
    },
  };
}

/** Somebody by a profile alone, or else by a name. */
export function namedBy(profile: unknown, otherName?: unknown): Named | undefined {
  const fields = partOf(profile);
  const id = hashOf(read(fields, 'userIdHash'));
  const name = nameIn(read(fields, 'nickname')) ?? nameIn(otherName);
  if (id === undefined && name === undefined) return undefined;
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}
