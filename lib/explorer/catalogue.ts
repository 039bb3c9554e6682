/** The whole Helix table, as the explorer needs it. Large: load it only when the explorer is opened. */
import { endpoints } from '../twitch/helix/endpoints.ts';
import type { Endpoint } from '../twitch/helix/endpoint.ts';
import { buildRequest } from '../twitch/helix/request.ts';
import type { PlainRequest } from './curl.ts';
import { cardOf, type EndpointCard } from './endpoint-card.ts';
import type { Form } from './form.ts';
import { formOf } from './form-of.ts';

/** What is known of all endpoints. */
export interface Catalogue {
  readonly cards: readonly EndpointCard[];
  readonly form: (id: string) => Form;
  /** @throws FailureError `bad-input` with the field and the limit that it breaks. */
  readonly request: (id: string, input: Readonly<Record<string, unknown>>) => PlainRequest;
}

/** The row of `id`; names that only look like properties (`__proto__`) are unknown. */
export function endpointById(id: string): Endpoint | undefined {
  return Object.hasOwn(endpoints, id) ? (endpoints as Readonly<Record<string, Endpoint>>)[id] : undefined;
}

function known(id: string): Endpoint {
  const endpoint = endpointById(id);
  if (endpoint === undefined) throw new Error(`No such endpoint: ${id}`);
  return endpoint;
}

/** The catalogue of Helix. */
export const catalogue: Catalogue = {
  cards: Object.values<Endpoint>(endpoints).map(cardOf),
  form: (id) => formOf(known(id)),
  request: (id, input) => buildRequest(known(id), input),
};
