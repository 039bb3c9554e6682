/** A failure that comes back from a store or over the message boundary: one of ours, so only its form is looked at. */
import * as z from 'zod/mini';

import type { Failure } from './failure.ts';

/** Schema of a {@link Failure}. */
export const failureSchema = z.custom<Failure>(
  (value: unknown) =>
    typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
);
