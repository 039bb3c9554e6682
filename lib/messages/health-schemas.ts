/** How well the tools hold on to pages, in messages and in the session's storage. */
import * as z from 'zod/mini';

const anchorName = z.string().check(z.regex(/^[a-zA-Z]{1,20}$/));
/** Which selector matched; -1: none. */
const match = z.int().check(z.gte(-1), z.lte(20));

/** How one page stands. */
export const pageHealth = z.object({
  anchors: z.readonly(z.record(anchorName, match)),
  probe: z.exactOptional(z.boolean()),
  ids: z.exactOptional(z.boolean()),
  stream: z.exactOptional(z.boolean()),
});

const flag = z.object({ is: z.boolean(), since: z.number() });

/** Page kind → how it stands, and since when. */
export const healthBookSchema = z.readonly(
  z.record(
    z.string(),
    z.object({
      at: z.number(),
      first: z.number(),
      anchors: z.readonly(z.record(anchorName, z.object({ is: match, since: z.number() }))),
      probe: z.exactOptional(flag),
      ids: z.exactOptional(flag),
      stream: z.exactOptional(flag),
    }),
  ),
);
