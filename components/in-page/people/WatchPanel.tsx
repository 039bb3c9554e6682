import type { VNode } from 'preact';

import { chatterKey } from '../../../lib/chat/message.ts';
import type { Seen, Watch } from '../../../lib/pages/watches.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { Messages } from './Messages.tsx';
import { Panel, type PanelProps } from './Panel.tsx';

/** What the strip is drawn from. `now` is Unix epoch milliseconds. */
export interface WatchPanelProps extends Pick<PanelProps, 'name' | 'spot' | 'called'> {
  watches: readonly Watch[];
  seen: readonly Seen[];
  now: number;
  /** The question that is open about one of them. */
  question: VNode | null;
  /** A chord was pressed that means the one who is watched; whether it is one that holds there. */
  onKey: (chord: string, isRepeat: boolean, watch: Watch) => boolean;
  onStop: (watch: Watch) => void;
  /** Ends all of them. */
  onClose: () => void;
}

const minute = 60_000;

/** Who is watched, for how long still, and what they have said. */
export function WatchPanel(props: WatchPanelProps): VNode {
  const { watches, seen, now, question, onKey, onStop, onClose, ...panel } = props;
  /** Whom a key at `at` means: where there are several, only the one whose button has the keyboard. */
  const meant = (at: Element): Watch | undefined => {
    const key = at.closest<HTMLElement>('.ss-watched')?.dataset['chatter'];
    const [first, ...others] = watches;
    if (key === undefined) return others.length === 0 ? first : undefined;
    return watches.find(({ message }) => chatterKey(message) === key);
  };
  return (
    <Panel
      {...panel}
      title={text('watching')}
      onKey={(chord, isRepeat, at) => {
        const watch = meant(at);
        return watch !== undefined && onKey(chord, isRepeat, watch);
      }}
      onClose={onClose}
    >
      <div class="ss-card-buttons">
        {watches.map((watch) => {
          const { message, until } = watch;
          const { name } = message.author;
          const key = chatterKey(message);
          return (
            <span key={key} class="ss-watched" data-chatter={key}>
              <span class="ss-cut">
                {text('watchLeft', name, Math.max(1, Math.ceil((until - now) / minute)))}
              </span>
              <IconButton
                icon="close"
                size="small"
                label={text('watchStop', name)}
                onClick={() => onStop(watch)}
              />
            </span>
          );
        })}
      </div>
      {question}
      <Messages lines={seen} named={watches.length > 1} />
    </Panel>
  );
}
