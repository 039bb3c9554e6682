/** Chat that other sites show in a frame: whose pages stand around it. */
import { siteOf } from '../moderation/embed-site.ts';

/**
 * The sites around a page that stands in frames, the nearest first, as the browser names them. `undefined` where it does not
 * (Firefox told nobody for long), or where one of them is not safe on its way: then anybody may have written what is around.
 */
export function sitesAround({
  ancestorOrigins,
}: {
  readonly ancestorOrigins?: ArrayLike<string> | undefined;
}): readonly string[] | undefined {
  if (!ancestorOrigins) return undefined;
  const sites = Array.from(ancestorOrigins, (origin) => siteOf(origin));
  return sites.every((site) => site !== undefined) ? sites : undefined;
}
