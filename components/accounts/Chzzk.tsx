import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

import type { ChzzkView } from '../../lib/chzzk/session.ts';
import { chzzkUrl } from '../../lib/chzzk/site.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Avatar } from '../Avatar.tsx';
import { Button, type ButtonSize } from '../Button.tsx';

/** What the account is drawn from. */
export interface ChzzkProps {
  /** `undefined`: not asked. */
  session: ChzzkView | undefined;
  /** Lets the user permit that CHZZK is asked, and asks it. */
  onAsk: () => void;
  /** Takes the permission back; without it there is no such button. */
  onStop?: (() => void) | undefined;
  size?: ButtonSize | undefined;
}

/** What is said, and what the button is called that asks (again). */
interface Words {
  readonly says: TextKey;
  readonly ask: TextKey;
}

const unasked: Words = { says: 'chzzkAskHint', ask: 'chzzkAsk' };
const without = {
  asking: { says: 'chzzkAsking', ask: 'chzzkAgain' },
  offline: { says: 'chzzkOffline', ask: 'tryAgain' },
  failed: { says: 'chzzkUnsaid', ask: 'tryAgain' },
} as const satisfies Record<string, Words>;
const loggedOut: Words = { says: 'chzzkLoggedOut', ask: 'chzzkAgain' };
const loggedIn: Words = { says: 'chzzkLoggedIn', ask: 'chzzkAgain' };

function wordsFor(session: ChzzkView | undefined): Words {
  if (session === undefined) return unasked;
  if (typeof session === 'string') return without[session];
  return session.loggedIn ? loggedIn : loggedOut;
}

/**
 * Who is logged in on CHZZK, and the way there. Nothing is asked before the user wants to see it. The button is there in
 * every state, so that whoever pressed it keeps the focus.
 */
export function Chzzk({ session, onAsk, onStop, size }: ChzzkProps): VNode {
  const askRef = useRef<HTMLButtonElement>(null);
  const { says, ask } = wordsFor(session);
  const answer = typeof session === 'object' ? session : undefined;
  const who = answer?.loggedIn ? (answer.name ?? answer.id ?? '') : '';
  return (
    <div class="ss-chzzk">
      {answer?.loggedIn && <Avatar name={who} size={28} />}
      <p aria-live="polite">
        <span>{answer?.loggedIn && who === '' ? text('chzzkIn') : text(says, who)}</span>{' '}
        {answer && (
          <a href={chzzkUrl} target="_blank" rel="noreferrer">
            {text(answer.loggedIn ? 'chzzkOpen' : 'chzzkLogIn')}
          </a>
        )}
      </p>
      {session !== undefined && onStop && (
        <Button
          kind="quiet"
          size={size}
          onClick={() => {
            // The focus must have where to go: this button goes with the permission.
            askRef.current?.focus();
            onStop();
          }}
        >
          {text('chzzkStop')}
        </Button>
      )}
      <Button
        ref={askRef}
        size={size}
        icon={session === undefined ? undefined : 'refresh'}
        busy={session === 'asking'}
        onClick={onAsk}
      >
        {text(ask)}
      </Button>
    </div>
  );
}
