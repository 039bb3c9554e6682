/**
 * Modules that the script in every page has, and that the tools beside it take from there: both stand in one world, and nobody
 * should load the same code twice. The build leaves them out of the tools (`wxt.config.ts`).
 */
export const sharedNames = [
  'lib/failure.ts',
  'lib/messages/call.ts',
  'lib/messages/follow.ts',
  'lib/pages/probe/answer.ts',
  'lib/pages/probe/ask.ts',
  'lib/pages/twitch/anchors.ts',
  'lib/pages/twitch/facts.ts',
  'lib/pages/twitch/page-kind.ts',
  'lib/pages/twitch/viewer.ts',
  'lib/pages/twitch/watch.ts',
  'lib/pages/watch.ts',
] as const;

/** Under which name they stand in that world, as a symbol of the whole of it. */
export const sharedPlace = 'sidestage.shared';
