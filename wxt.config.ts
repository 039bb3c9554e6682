import { defineConfig } from 'wxt';

import { chromeKey, geckoId } from './lib/identity.ts';
import { apiHosts, contentSecurityPolicy, permissions } from './lib/policy.ts';

const names = (grants: readonly { readonly name: string }[]): string[] => grants.map(({ name }) => name);

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
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
    permissions: names(permissions),
    host_permissions: names(apiHosts),
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { key: chromeKey, minimum_chrome_version: '120' }),
  }),
  vite: () => ({ build: { sourcemap: false } }),
  zip: { excludeSources: ['test/**', 'docs/**', '.output/**'] },
});
