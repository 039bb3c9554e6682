import { either, endpoint } from '../endpoint.ts';
import { data } from '../shapes.ts';
import { boolean, id, integer, known, list, map, object, optional, string } from '../spec.ts';

const category = 'Users';

/** What goes into a place; `active: false` empties it. */
const panel = { active: boolean, id: optional(string), version: optional(string) } as const;

const component = { ...panel, x: optional(integer), y: optional(integer) } as const;

const shownPanel = object({ ...panel, name: optional(string) });

const shown = object({
  panel: optional(map(shownPanel)),
  overlay: optional(map(shownPanel)),
  component: optional(map(object({ ...component, name: optional(string) }))),
});

/**
 * All extensions that the user has installed.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-user-extensions
 */
export const getUserExtensions = endpoint(
  'get-user-extensions',
  'Get User Extensions',
  'GET',
  '/users/extensions/list',
  {
    category,
    scopes: [['user:read:broadcast', 'user:edit:broadcast']],
    response: data(
      object({
        id: string,
        version: string,
        name: string,
        can_activate: boolean,
        type: list(known('component', 'mobile', 'overlay', 'panel')),
      }),
    ),
    moreWith: ['user:edit:broadcast'],
  },
);

/**
 * The extensions that a channel shows.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-user-active-extensions
 */
export const getUserActiveExtensions = endpoint(
  'get-user-active-extensions',
  'Get User Active Extensions',
  'GET',
  '/users/extensions',
  {
    category,
    tokens: either,
    query: { user_id: optional(id) },
    response: object({ data: shown }),
    moreWith: ['user:read:broadcast', 'user:edit:broadcast'],
  },
);

/**
 * Switches the user’s extensions on and off, and puts them into places.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-user-extensions
 */
export const updateUserExtensions = endpoint(
  'update-user-extensions',
  'Update User Extensions',
  'PUT',
  '/users/extensions',
  {
    category,
    scopes: [['user:edit:broadcast']],
    body: {
      data: object({
        panel: optional(map(object(panel))),
        overlay: optional(map(object(panel))),
        component: optional(map(object(component))),
      }),
    },
    response: object({ data: shown }),
  },
);
