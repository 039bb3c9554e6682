/** The polyfill ships no types; its surface is the browser's own. */
declare module 'webextension-polyfill' {
  import type { Browser } from 'wxt/browser';
  const browser: typeof Browser;
  export default browser;
}
