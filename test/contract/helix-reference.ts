/** The reference data of the Helix API, where it stands beside the checkout. */
import { existsSync, readFileSync } from 'node:fs';

/** One parameter as the reference has it. */
export interface ReferenceParameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly limits: Readonly<Record<string, unknown>>;
}

/** One endpoint as the reference has it. */
export interface ReferenceRow {
  readonly id: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly category: string;
  readonly token: 'user' | 'app' | 'either' | 'jwt' | 'none';
  readonly scopes: readonly (readonly string[])[];
  readonly token_user_must_equal: string | null;
  readonly query: readonly ReferenceParameter[];
  readonly body: readonly ReferenceParameter[];
  readonly response: string;
  readonly pagination: boolean;
  readonly note: string;
  readonly rate_limit?: string;
  readonly docs: string;
}

const place = new URL('../../../shared/platforms/twitch/', import.meta.url);

/** Why the tests that need the reference are skipped, or undefined if it is there. */
export const missing = existsSync(new URL('helix.json', place))
  ? undefined
  : 'the reference data is not beside this checkout';

/** A file of the reference, parsed. */
export function reference(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, place), 'utf8'));
}

/** The rows of the reference; none where it is missing. */
export function referenceRows(): readonly ReferenceRow[] {
  return missing === undefined ? (reference('helix.json') as readonly ReferenceRow[]) : [];
}
