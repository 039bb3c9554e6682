/** Hands parts of the tools on to the scripts beside them; see `shared-names.ts`. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';

import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { TooltipLayer } from '../../components/Tooltip.tsx';
import { focusedNear, isRtl } from '../../components/focus.ts';
import { createRoot } from '../../components/in-page/root.ts';
import { commonStyles } from '../../components/in-page/styles.ts';
import { termGroups, termOf } from '../../components/in-page/terms.ts';
import { roleText } from '../../components/in-page/words.ts';
import { useLocale } from '../../components/locale.ts';
import { place } from '../../components/place.ts';
import { walk } from '../../components/roving.ts';
import { useId } from '../../components/use-id.ts';
import { chatterKey } from '../../lib/chat/message.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import { failureOf } from '../../lib/failure.ts';
import { featureFor } from '../../lib/features.ts';
import { chordOf, chordText, isChord } from '../../lib/hotkeys/chord.ts';
import { call } from '../../lib/messages/call.ts';
import { isDone, messageKinds, roleKinds } from '../../lib/moderation/action.ts';
import { daysText, durationText } from '../../lib/moderation/duration.ts';
import { hasPoint, mayDo } from '../../lib/moderation/protect.ts';
import { rolesOf } from '../../lib/moderation/roles.ts';
import { unlockOf } from '../../lib/moderation/unlock.ts';
import { keyTarget } from '../../lib/pages/key-target.ts';
import { whoOf } from '../../lib/pages/people-desk.ts';
import { isNobody, protectedAs } from '../../lib/pages/standing.ts';
import { text } from '../../lib/text.ts';
import { forgetScripts } from './scripts.ts';
import { type shared, sharedPlace } from './shared-names.ts';

type Shared = typeof shared;

const modules: { readonly [Name in keyof Shared]: Readonly<Record<Shared[Name][number], unknown>> } = {
  'components/Button.tsx': { Button },
  'components/Icon.tsx': { Icon },
  'components/IconButton.tsx': { IconButton },
  'components/Kbd.tsx': { Kbd },
  'components/MenuButton.tsx': { MenuButton },
  'components/Spinner.tsx': { Spinner },
  'components/Tooltip.tsx': { TooltipLayer },
  'components/focus.ts': { focusedNear, isRtl },
  'components/in-page/root.ts': { createRoot },
  'components/in-page/styles.ts': { commonStyles },
  'components/in-page/terms.ts': { termGroups, termOf },
  'components/in-page/words.ts': { roleText },
  'components/locale.ts': { useLocale },
  'components/place.ts': { place },
  'components/roving.ts': { walk },
  'components/use-id.ts': { useId },
  'lib/chat/message.ts': { chatterKey },
  'lib/failure-text.ts': { describeFailure },
  'lib/failure.ts': { failureOf },
  'lib/features.ts': { featureFor },
  'lib/hotkeys/chord.ts': { chordOf, chordText, isChord },
  'lib/messages/call.ts': { call },
  'lib/moderation/action.ts': { isDone, messageKinds, roleKinds },
  'lib/moderation/duration.ts': { daysText, durationText },
  'lib/moderation/protect.ts': { hasPoint, mayDo },
  'lib/moderation/roles.ts': { rolesOf },
  'lib/moderation/unlock.ts': { unlockOf },
  'lib/pages/key-target.ts': { keyTarget },
  'lib/pages/people-desk.ts': { whoOf },
  'lib/pages/standing.ts': { isNobody, protectedAs },
  'lib/text.ts': { text },
  'preact/hooks/dist/hooks.mjs': { useEffect, useLayoutEffect, useRef, useState },
  'preact/jsx-runtime/dist/jsxRuntime.mjs': { Fragment, jsx, jsxs },
};

/** Makes them ready, before any such script is brought. The page has a world of its own, and does not see them. */
export function shareTools(): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for(sharedPlace)] = modules;
  forgetScripts();
}
