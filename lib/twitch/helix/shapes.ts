/** Shapes that many endpoints share. */

import type { Page } from './endpoint.ts';
import { list, object, optional, string, type Fields, type ObjectSpec, type Spec } from './spec.ts';

interface ListOf<S extends Spec> {
  readonly type: 'array';
  readonly of: S;
}

type Data<S extends Spec> = Readonly<Record<'data', ListOf<S>>>;

type Paged<S extends Spec> = Data<S> & Readonly<Record<'pagination', typeof pagination>>;

interface Whole<F extends Fields> {
  readonly type: 'object';
  readonly fields: F;
}

const pagination = optional(object({ cursor: optional(string) }));

/** An answer with a list, and `more` beside it. */
export function data<const S extends Spec>(item: S): Whole<Data<S>>;
export function data<const S extends Spec, const M extends Fields>(item: S, more: M): Whole<Data<S> & M>;
/* @__NO_SIDE_EFFECTS__ */
export function data(item: Spec, more?: Fields): Whole<Fields> {
  return object({ data: list(item), ...more });
}

/** An answer with a page of a list, and `more` beside it. */
export function paged<const S extends Spec>(item: S): Whole<Paged<S>>;
export function paged<const S extends Spec, const M extends Fields>(item: S, more: M): Whole<Paged<S> & M>;
/* @__NO_SIDE_EFFECTS__ */
export function paged(item: Spec, more?: Fields): Whole<Fields> {
  return object({ data: list(item), pagination, ...more });
}

/** The list goes on at the cursor beside it. */
export const byCursor = { items: 'data', cursor: 'pagination.cursor' } as const satisfies Page;

/** Items a page: at most `max`, and `standard` where it is not said. */
/* @__NO_SIDE_EFFECTS__ */
export function pageSize<const M extends number>(max: M, standard = 20): PageSize<M> {
  return { type: 'integer', min: 1, max, default: standard, optional: true };
}

interface PageSize<M extends number> {
  readonly type: 'integer';
  readonly min: 1;
  readonly max: M;
  readonly default: number;
  readonly optional: true;
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
