/** Why the store refused a setting, in the user's language as far as we have words for it. */
import { text } from '../text.ts';

/** The words for a limit as `complaint` of the settings' shapes gives it. */
export function limitWords(limit: string): string {
  const longest = /^at most (\d+) characters$/.exec(limit)?.[1];
  if (longest !== undefined) return text('limitMaxLength', longest);
  if (limit === 'text in one line') return text('limitOneLine');
  return limit.startsWith('text of the form') ? text('limitClientId') : limit;
}
