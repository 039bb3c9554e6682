import { readFileSync } from 'node:fs';

import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'wxt';

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
 * Content scripts ask the background and hear its news, which both browsers do by promises themselves; the polyfill would
 * be a tenth of what is put into every page. `chrome` stands first where it is the whole API: a page can name an element
 * `browser`, and the window would hand that out.
 */
const ownApi = {
  name: 'sidestage:own-api',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.includes('/webextension-polyfill/')
      ? 'export default import.meta.env.FIREFOX ? globalThis.browser : globalThis.chrome'
      : undefined,
};

/**
 * The polyfill is no module, and around what is none the bundler puts a copy of all that it gives: for that, Chrome would set
 * up every part of its API before the popup can show anything.
 */
const apiAsModule = {
  name: 'sidestage:api-as-module',
  transform: (code: string, id: string) =>
    id.endsWith('/browser-polyfill.js')
      ? `const module = { exports: {} }, { exports } = module;\n${code}\nexport default module.exports;`
      : undefined,
};

/** The tools on Twitch take what the script beside them has from there, see twitch.content/shared.ts. */
const fromBeside = {
  name: 'sidestage:from-beside',
  enforce: 'pre' as const,
  load: (id: string) => {
    const name = sharedNames.find((shared) => id.endsWith(`/${shared}`));
    if (name === undefined) return undefined;
    const code = readFileSync(id, 'utf8');
    const exported = [...code.matchAll(/^export (?:async )?(?:const|class|function) (\w+)/gm)];
    const names = exported.map(([, exportedName]) => exportedName).join(', ');
    return `export const { ${names} } = globalThis[Symbol.for('${sharedPlace}')]['${name}'];`;
  },
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

/** Reads what is stored, and needs nothing else for that. */
function firstChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  const isOfEveryPage = /virtual:wxt-(html-)?plugins/.test(id);
  return isOfEveryPage || isFor('popup/main.ts', id, context) ? 'first' : null;
}

/** What draws the popup, and what the background has too: so that loads nothing that draws. */
function popupChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  if (!isFor('popup/app.tsx', id, context)) return null;
  return isFor('background/index.ts', id, context) ? 'common' : 'page';
}

/**
 * The popup opens with few files instead of twenty small ones, all of them asked for at once. Its first script waits neither
 * for the others nor for the style sheets; what the options or a tab add stays apart.
 */
const popupAtOnce: Plugin = {
  name: 'sidestage:popup-at-once',
  config: () => ({
    build: {
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // The groups in this order: what is in one is not in the next.
        output: { codeSplitting: { groups: [{ name: firstChunk }, { name: popupChunk }] } },
      },
    },
  }),
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {}, path }) => {
      const app = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/entrypoints/popup/app.tsx'),
      );
      if (!path.includes('/popup/') || app?.type !== 'chunk') return [];
      return {
        html: html.replace('<script type="module"', '<script type="module" async'),
        tags: [...app.imports, app.fileName]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `/${file}` },
            injectTo: 'head' as const,
          })),
      };
    },
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script')) {
        config.plugins = [...(config.plugins ?? []), ownApi];
      }
      if (entrypoints.some(({ name }) => name === 'twitch-tools')) {
        config.plugins = [...(config.plugins ?? []), fromBeside];
      }
      if (entrypoints.some(({ name }) => name === 'popup')) {
        config.plugins = [...(config.plugins ?? []), apiAsModule, popupAtOnce];
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
    plugins: [textOnly, silent],
  }),
  // What a reviewer of the add-on builds from: `npm ci` runs test/run.
  zip: {
    excludeSources: [
      'docs/**',
      ...['bench', 'contract', 'e2e', 'stage', 'unit'].map((name) => `test/${name}/**`),
    ],
  },
});
