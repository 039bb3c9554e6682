/**
 * What the tools of a stream page have, and scripts beside them take from there: all stand in one world, nobody should load
 * the same code twice, and what is drawn into a root of the tools must be drawn by their Preact. The build leaves these modules
 * out of those scripts (`wxt.config.ts`); whatever else one of them wants of such a module, it has to be added here.
 */
export const shared = {
  'components/Button.tsx': ['Button'],
  'components/Icon.tsx': ['Icon'],
  'components/IconButton.tsx': ['IconButton'],
  'components/Kbd.tsx': ['Kbd'],
  'components/MenuButton.tsx': ['MenuButton'],
  'components/Spinner.tsx': ['Spinner'],
  'components/Tooltip.tsx': ['TooltipLayer'],
  'components/focus.ts': ['focusedNear', 'isRtl'],
  'components/in-page/root.ts': ['createRoot'],
  'components/in-page/styles.ts': ['commonStyles'],
  'components/in-page/terms.ts': ['termGroups', 'termOf'],
  'components/in-page/words.ts': ['roleText'],
  'components/locale.ts': ['useLocale'],
  'components/place.ts': ['place'],
  'components/roving.ts': ['walk'],
  'components/use-id.ts': ['useId'],
  'lib/chat/message.ts': ['chatterKey'],
  'lib/failure-text.ts': ['describeFailure'],
  'lib/failure.ts': ['failureOf'],
  'lib/features.ts': ['featureFor'],
  'lib/hotkeys/chord.ts': ['chordOf', 'chordText', 'isChord'],
  'lib/messages/call.ts': ['call'],
  'lib/moderation/action.ts': ['isDone', 'messageKinds', 'roleKinds'],
  'lib/moderation/duration.ts': ['daysText', 'durationText'],
  'lib/moderation/protect.ts': ['hasPoint', 'mayDo'],
  'lib/moderation/roles.ts': ['rolesOf'],
  'lib/moderation/unlock.ts': ['unlockOf'],
  'lib/pages/key-target.ts': ['keyTarget'],
  'lib/pages/people-desk.ts': ['whoOf'],
  'lib/pages/standing.ts': ['isNobody', 'protectedAs'],
  'lib/text.ts': ['text'],
  'preact/hooks/dist/hooks.mjs': ['useEffect', 'useLayoutEffect', 'useRef', 'useState'],
  'preact/jsx-runtime/dist/jsxRuntime.mjs': ['Fragment', 'jsx', 'jsxs'],
} as const;

/** Under which name they stand in that world, as a symbol of the whole of it. */
export const sharedPlace = 'sidestage.stream-page';
