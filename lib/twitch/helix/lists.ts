/** Lists: page after page as an async iterator, and any number of ids in as few requests as there can be. */

import { fail } from '../../failure.ts';
import type { Endpoint, Input, Item, Result } from './endpoint.ts';
import type { CallOptions } from './client.ts';

/** How one call is made. */
export type Call = <E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options?: CallOptions,
) => Promise<Result<E>>;

/** {@link Call} without the types of the row. */
type Read = (
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<unknown>;

/** How a list is read. */
export interface ListOptions {
  /** Items a page; the most that the endpoint gives where it is not given. */
  readonly first?: number;
  /** Items in all. */
  readonly limit?: number;
}

/** Fields of `E` that take a list of ids. */
export type BatchField<E extends Endpoint> = {
  [K in keyof Input<E>]-?: NonNullable<Input<E>[K]> extends readonly string[] ? K & string : never;
}[keyof Input<E>];

/** The largest page of `endpoint`; undefined where the platform does not let one choose, or does not say. */
export function largestPage(endpoint: Endpoint): number | undefined {
  const first = endpoint.query['first'];
  return first?.type === 'integer' ? first.max : undefined;
}

/**
 * The items of a list, in as few requests as there can be. Items may repeat between pages while the list changes under
 * way; whoever minds compares ids.
 *
 * @throws FailureError as a call does; `upstream-changed` at the cursor if the platform leads in a circle.
 * @see https://dev.twitch.tv/docs/api/guide/#pagination
 */
export async function* pages<E extends Endpoint>(
  call: Read,
  endpoint: E,
  input: Input<E>,
  options: ListOptions & CallOptions = {},
): AsyncGenerator<Item<E>, void, undefined> {
  const { limit = Infinity, first, ...how } = options;
  const seen = new Set<string>();
  const cursorPath = endpoint.page?.cursor ?? 'pagination.cursor';
  const size = endpoint.query['first'] && pageSize(first ?? largestPage(endpoint), limit);
  let after: string | undefined;
  let left = limit;
  while (left > 0) {
    const page = { ...input, ...(size && { first: size }), ...(after !== undefined && { after }) };
    const answer = await call(endpoint, page, how);
    const items = itemsOf<E>(endpoint, answer);
    for (const item of items) {
      yield item;
      if (--left <= 0) return;
    }
    after = textAt(answer, cursorPath);
    if (!after || !endpoint.page) return;
    if (seen.has(after)) {
      if (items.length === 0) return;
      fail({ code: 'upstream-changed', path: cursorPath });
    }
    seen.add(after);
  }
}

/**
 * The items for any number of `ids`, which go into `field`: split by the most that the endpoint takes, each id once.
 *
 * @throws FailureError as a call does; the first failure ends it.
 */
export async function batched<E extends Endpoint, F extends BatchField<E>>(
  call: Read,
  endpoint: E,
  field: F,
  ids: readonly string[],
  rest: Omit<Input<E>, F>,
  options: CallOptions = {},
): Promise<Item<E>[]> {
  const spec = endpoint.query[field] ?? endpoint.body[field];
  const most = spec?.type === 'array' ? (spec.maxItems ?? 1) : 1;
  const first = largestPage(endpoint);
  const each = [...new Set(ids)];
  const batches: Promise<readonly Item<E>[]>[] = [];
  for (let from = 0; from < each.length; from += most) {
    const part = { ...(first && { first }), ...rest, [field]: each.slice(from, from + most) };
    batches.push(call(endpoint, part, options).then((answer) => itemsOf<E>(endpoint, answer)));
  }
  return (await Promise.all(batches)).flat();
}

function pageSize(wanted: number | undefined, limit: number): number | undefined {
  return wanted === undefined ? undefined : Math.min(wanted, limit);
}

function itemsOf<E extends Endpoint>(endpoint: E, answer: unknown): readonly Item<E>[] {
  return (at(answer, endpoint.page?.items ?? 'data') ?? []) as readonly Item<E>[];
}

function textAt(answer: unknown, path: string): string | undefined {
  const found = at(answer, path);
  return typeof found === 'string' ? found : undefined;
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | null | undefined)?.[name], value);
}
