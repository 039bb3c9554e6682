/** Shapes that many endpoints share. */

import type { Page } from './endpoint.ts';
import { integer, list, object, optional, string, type Fields, type ObjectSpec, type Spec } from './spec.ts';

type Data<S extends Spec, M extends Fields> = {
  readonly type: 'object';
  readonly fields: { readonly data: { readonly type: 'array'; readonly of: S } } & M;
};

type Paged<S extends Spec, M extends Fields> = Data<S, M & { readonly pagination: typeof pagination }>;

const pagination = optional(object({ cursor: optional(string) }));

/** An answer with a list, and what else stands beside it. */
/* @__NO_SIDE_EFFECTS__ */
export function data<const S extends Spec, const M extends Fields = Record<never, never>>(
  item: S,
  more?: M,
): Data<S, M> {
  return { type: 'object', fields: { data: list(item), ...(more as M) } };
}

/** An answer with a page of a list. */
/* @__NO_SIDE_EFFECTS__ */
export function paged<const S extends Spec, const M extends Fields = Record<never, never>>(
  item: S,
  more?: M,
): Paged<S, M> {
  return { type: 'object', fields: { data: list(item), pagination, ...(more as M) } };
}

/** The list goes on at the cursor beside it. */
export const byCursor = { items: 'data', cursor: 'pagination.cursor' } as const satisfies Page;

/** Items a page. */
/* @__NO_SIDE_EFFECTS__ */
export function pageSize<const M extends number, const D extends number = 20>(max: M, standard?: D) {
  return optional(integer({ min: 1, max, default: standard ?? 20 }));
}

/** Where a page begins: the cursor of the page before (`after`) or behind (`before`) it. */
export const cursor = optional(string);

/** A broadcaster's id, login and display name. */
export const aBroadcaster = {
  broadcaster_id: string,
  broadcaster_login: string,
  broadcaster_name: string,
} as const satisfies Fields;

/** A user's id, login and display name. */
export const aUser = { user_id: string, user_login: string, user_name: string } as const satisfies Fields;

/** A moderator's id, login and display name. */
export const aModerator = {
  moderator_id: string,
  moderator_login: string,
  moderator_name: string,
} as const satisfies Fields;

/** A picture in three sizes. */
export const imageSizes = object({ url_1x: string, url_2x: string, url_4x: string }) satisfies ObjectSpec;
