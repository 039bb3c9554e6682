import { app, endpoint } from '../endpoint.ts';
import { data } from '../shapes.ts';
import {
  blankDate,
  boolean,
  date,
  integer,
  known,
  object,
  oneOf,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Extensions';

const product = object({
  sku: string,
  cost: object({ amount: integer, type: known('bits') }),
  in_development: boolean,
  display_name: string,
  expiration: optional(blankDate),
  is_broadcast: boolean,
});

/**
 * What an extension sells.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extension-bits-products
 */
export const getExtensionBitsProducts = endpoint(
  'get-extension-bits-products',
  'Get Extension Bits Products',
  'GET',
  '/bits/extensions',
  { category, tokens: app, query: { should_include_all: optional(boolean) }, response: data(product) },
);

/**
 * Adds or changes something that an extension sells.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-extension-bits-product
 */
export const updateExtensionBitsProduct = endpoint(
  'update-extension-bits-product',
  'Update Extension Bits Product',
  'PUT',
  '/bits/extensions',
  {
    category,
    tokens: app,
    body: {
      sku: text({ maxLength: 255 }),
      cost: object({ amount: whole({ min: 1, max: 10_000 }), type: oneOf('bits') }),
      display_name: text({ maxLength: 255 }),
      in_development: optional(boolean),
      expiration: optional(date),
      is_broadcast: optional(boolean),
    },
    response: data(product),
  },
);
