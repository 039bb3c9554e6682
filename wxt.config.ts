import { readFileSync } from 'node:fs';

import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'wxt';

import * as sharedTools from './entrypoints/stream-page/shared-names.ts';
import { sharedNames, sharedPlace } from './entrypoints/twitch.content/shared-names.ts';
import { chromeKey, geckoId } from './lib/identity.ts';
import {
  apiHosts,
  contentSecurityPolicy,
  optionalHosts,
  optionalPages,
  optionalPermissions,
  pageHosts,
  permissions,
} from './lib/policy.ts';

const names = (grants: readonly { readonly name: string }[]): string[] => grants.map(({ name }) => name);

/** The popup's page beside what is browsed. */
const sidePage = 'popup.html?in=side';

/**
 * Preact can set markup, if a component asks for it. None of ours does, and nobody should have to take that on trust:
 * in our build what would be markup becomes text.
 */
const textOnly = {
  name: 'sidestage:text-only',
  transform: (code: string, id: string) =>
    id.includes('/preact/dist/') ? code.replaceAll('.innerHTML', '.textContent') : undefined,
};

/** WXT gives every content script a context that speaks to the page. Ours do without: see stream-page/life.ts. */
const silent = {
  name: 'sidestage:silent',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('/wxt/dist/utils/content-script-context.mjs')
      ? 'export class ContentScriptContext {}'
      : undefined,
};

/**
 * Pages and content scripts take the API that the browser has, which answers with promises by itself in both: the polyfill
 * would be a file more before the popup's first picture, and a tenth of what is put into every page of a stream. `chrome`
 * stands first where it is the whole API: a page can name an element `browser`, and the window would hand that out.
 */
const ownApi = {
  name: 'sidestage:own-api',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.includes('/webextension-polyfill/')
      ? 'export default import.meta.env.FIREFOX ? globalThis.browser : globalThis.chrome'
      : undefined,
};

/** WXT lets every page begin with its plugins. We have none, and the popup would have to ask for one file more. */
const noPlugins = {
  name: 'sidestage:no-plugins',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('virtual:wxt-html-plugins') ? { code: '', moduleSideEffects: false } : undefined,
};

/** What a script hands on to those beside it: module → what of it (all, where nothing is said), and where it stands. */
interface Beside {
  readonly modules: Readonly<Record<string, readonly string[] | undefined>>;
  readonly place: string;
}

/** Scripts beside another one take what that has from there, see `shared.ts` of `twitch.content` and of `stream-page`. */
const fromBeside = ({ modules, place }: Beside) => ({
  name: 'sidestage:from-beside',
  enforce: 'pre' as const,
  load: (id: string) => {
    const name = Object.keys(modules).find((shared) => id.endsWith(`/${shared}`));
    if (name === undefined) return undefined;
    const exported = (): (string | undefined)[] =>
      [...readFileSync(id, 'utf8').matchAll(/^export (?:async )?(?:const|class|function) (\w+)/gm)].map(
        ([, exportedName]) => exportedName,
      );
    const names = (modules[name] ?? exported()).join(', ');
    return `export const { ${names} } = globalThis[Symbol.for('${place}')]['${name}'];`;
  },
});

const everyPage: Beside = {
  modules: Object.fromEntries(sharedNames.map((name) => [name, undefined])),
  place: sharedPlace,
};
const tools: Beside = { modules: sharedTools.shared, place: sharedTools.sharedPlace };

/** Which script takes from which. */
const beside: Readonly<Record<string, Beside>> = {
  'twitch-tools': everyPage,
  corner: tools,
  panels: tools,
  requests: tools,
  sweep: tools,
};

/** All modules that import `id`, be it through others. */
function usersOf(id: string, context: Rolldown.ChunkingContext): string[] {
  const users = new Set(context.getModuleInfo(id)?.importers);
  for (const user of users)
    for (const other of context.getModuleInfo(user)?.importers ?? []) users.add(other);
  return [...users];
}

/** Whether `id` is one of the modules with which the script of the entrypoint `entry` begins. */
function isFor(entry: string, id: string, context: Rolldown.ChunkingContext): boolean {
  return !id.endsWith('.css') && usersOf(id, context).some((user) => user.endsWith(`/entrypoints/${entry}`));
}

/** What draws the popup; the other pages take from it what they have in common. */
function popupChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  return isFor('popup/main.tsx', id, context) ? 'page' : null;
}

/**
 * The popup opens with few files instead of twenty small ones. What draws it waits for no style sheet; what the options or a tab
 * add stays apart.
 */
const popupAtOnce: Plugin = {
  name: 'sidestage:popup-at-once',
  config: () => ({
    build: {
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: popupChunk }] } } },
    },
  }),
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path }) =>
      path.includes('/popup/') ? html.replace('<script type="module"', '<script type="module" async') : html,
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type !== 'background')) {
        config.plugins = [...(config.plugins ?? []), ownApi];
      }
      const [taken] = entrypoints.flatMap(({ name }) => beside[name] ?? []);
      if (taken) config.plugins = [...(config.plugins ?? []), fromBeside(taken)];
      if (entrypoints.some(({ name }) => name === 'popup')) {
        config.plugins = [...(config.plugins ?? []), popupAtOnce];
      }
    },
    'entrypoints:found': (wxt, found) => {
      if (wxt.config.mode !== 'production') return;
      const gallery = found.findIndex(({ name }) => name === 'gallery');
      if (gallery >= 0) found.splice(gallery, 1);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Sidestage',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: names(permissions.filter((grant) => !('only' in grant) || grant.only === browser)),
    optional_permissions: names(optionalPermissions),
    host_permissions: names([...apiHosts, ...pageHosts]),
    optional_host_permissions: names([...optionalHosts, ...optionalPages]),
    omnibox: { keyword: 'ss' },
    // The browser lets the user choose other keys.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      window: { suggested_key: { default: 'Alt+Shift+W' }, description: '__MSG_commandWindow__' },
      refresh: { description: '__MSG_commandRefresh__' },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: sidePage,
            default_title: 'Sidestage',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { side_panel: { default_path: sidePage }, key: chromeKey, minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    // Without a target, styles are rewritten for browsers that we do not support, and `:dir()` comes out wrong.
    build: { sourcemap: false, target: ['chrome120', 'firefox142'] },
    plugins: [textOnly, silent, noPlugins],
  }),
  // What a reviewer of the add-on builds from: `npm ci` runs test/run.
  zip: {
    excludeSources: [
      'docs/**',
      ...['bench', 'contract', 'e2e', 'stage', 'unit'].map((name) => `test/${name}/**`),
    ],
  },
});
