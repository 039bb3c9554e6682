/** What CHZZK calls people in a chat, as badges that every platform has. */

/** The set of badges that says so much of a `role` as protects somebody. */
export function badgeOf(role: string | undefined): 'broadcaster' | 'staff' | 'moderator' | undefined {
  if (role === 'streamer') return 'broadcaster';
  if (role === 'manager') return 'staff';
  return role?.startsWith('streaming_') === true ? 'moderator' : undefined;
}
