import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*'],
  world: 'MAIN',
  runAt: 'document_start',
  main() {},
});
