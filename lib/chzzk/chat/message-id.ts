/** What a message is known by, here and in CHZZK's own calls: when it was said (Unix epoch ms), and by whom (their id). */

/** The id of what `author` said at `at`. */
export const messageId = (at: number, author: string): string => `${at}:${author}`;

/** What the id says; of what is no id, a time that is none and nobody. */
export function partsOfId(id: string): { readonly at: number; readonly author: string } {
  const [at = '', author = ''] = id.split(':');
  return { at: Number(at), author };
}
