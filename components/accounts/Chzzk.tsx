import type { VNode } from 'preact';

import type { ChzzkView } from '../../lib/chzzk/session.ts';
import { chzzkUrl } from '../../lib/chzzk/site.ts';
import { text } from '../../lib/text.ts';
import { Avatar } from '../Avatar.tsx';
import { Button } from '../Button.tsx';
import { Card } from '../options/Section.tsx';

/** What the card is drawn from. */
export interface ChzzkProps {
  /** `undefined`: not asked. */
  session: ChzzkView | undefined;
  onAsk: () => void;
}

/** Who is logged in on CHZZK. Nothing is asked before the user wants to see it. */
export function Chzzk({ session, onAsk }: ChzzkProps): VNode {
  const asks = (
    <Button onClick={onAsk} icon={session === undefined ? undefined : 'refresh'}>
      {text(session === undefined ? 'chzzkAsk' : 'tryAgain')}
    </Button>
  );
  return (
    <Card title={text('chzzk')} text={text('chzzkLead')}>
      <div class="ss-chzzk" aria-live="polite">
        {session === undefined ? (
          <>
            <p>{text('chzzkAskHint')}</p>
            {asks}
          </>
        ) : session === 'asking' ? (
          <p>{text('chzzkAsking')}</p>
        ) : session === 'failed' ? (
          <>
            <p>{text('chzzkFailed')}</p>
            {asks}
          </>
        ) : session.loggedIn ? (
          <>
            <Avatar name={session.name ?? '?'} size={28} />
            <p>{text('chzzkLoggedIn', session.name ?? session.id ?? '')}</p>
          </>
        ) : (
          <>
            <p>
              {text('chzzkLoggedOut')}{' '}
              <a href={chzzkUrl} target="_blank" rel="noreferrer">
                {text('chzzkLogIn')}
              </a>
            </p>
            {asks}
          </>
        )}
      </div>
    </Card>
  );
}
