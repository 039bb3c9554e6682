import type { VNode } from 'preact';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import type { LineAction } from '../../lib/pages/acts.ts';
import type { Protected } from '../../lib/pages/standing.ts';
import { text } from '../../lib/text.ts';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Menu } from '../Menu.tsx';
import { Toolbar } from '../Toolbar.tsx';

/** The length of the timeout that has a button of its own, in s. */
const firstTimeout = 600;

/** What the tools of a line are drawn from. */
export interface LineToolbarProps {
  message: ChatMessage;
  /** Whom the author is, when that protects them. */
  standing: Protected | undefined;
  /** Whether there is a message left to delete, and its id is known. */
  canDelete: boolean;
  /** Timeouts to choose from, in s. */
  presets: readonly number[];
  onAct: (what: LineAction) => void;
  /** The menu opened or closed; chat must hold still meanwhile. */
  onMenu: (open: boolean) => void;
  /** Esc: back to the line. */
  onEscape: () => void;
}

/** The moderator's tools for one chat line. */
export function LineToolbar({
  message,
  standing,
  canDelete,
  presets,
  onAct,
  onMenu,
  onEscape,
}: LineToolbarProps): VNode {
  return (
    <div
      class="ss-line-toolbar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEscape();
      }}
    >
      <Toolbar label={text('lineToolbar', message.author.login)}>
        {standing ? (
          <Standing standing={standing} />
        ) : (
          <>
            <IconButton
              size="small"
              icon="clock"
              label={text('lineTimeout', durationText(firstTimeout))}
              onClick={() => onAct({ kind: 'timeout', seconds: firstTimeout })}
            />
            <Menu
              size="small"
              icon="chevron-down"
              iconOnly
              align="end"
              label={text('lineMoreTimeouts')}
              groups={[
                { items: presets.map((seconds) => ({ id: String(seconds), label: durationText(seconds) })) },
              ]}
              onSelect={(id) => onAct({ kind: 'timeout', seconds: Number(id) })}
              onOpen={onMenu}
            />
            <IconButton
              size="small"
              icon="ban"
              kind="danger"
              label={text('lineBan')}
              onClick={() => onAct({ kind: 'ban' })}
            />
            {canDelete && (
              <IconButton
                size="small"
                icon="trash"
                label={text('lineDelete')}
                onClick={() => onAct({ kind: 'delete' })}
              />
            )}
          </>
        )}
      </Toolbar>
    </div>
  );
}

const standings = {
  self: { word: 'standingSelf', why: 'standingSelfWhy', icon: 'user' },
  broadcaster: { word: 'standingBroadcaster', why: 'standingBroadcasterWhy', icon: 'star' },
  moderator: { word: 'standingModerator', why: 'standingModeratorWhy', icon: 'shield' },
} as const;

function Standing({ standing }: { standing: Protected }): VNode {
  const { word, why, icon } = standings[standing];
  return (
    <span class="ss-standing" data-tip={text(why)}>
      <Icon name={icon} size={14} />
      {text(word)}
      <span class="ss-aloud">{text(why)}</span>
    </span>
  );
}
