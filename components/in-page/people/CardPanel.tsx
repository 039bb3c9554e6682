import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { ChatMessage } from '../../../lib/chat/message.ts';
import type { LoggedAction } from '../../../lib/moderation/action.ts';
import { whatText } from '../../../lib/options/action-log.ts';
import type { Card, CardParts } from '../../../lib/pages/cards.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { badgeText } from './badge-words.ts';
import { CardActions, type CardActionsProps } from './CardActions.tsx';
import { Facts } from './Facts.tsx';
import { Messages } from './Messages.tsx';
import { Note, type NoteProps } from './Note.tsx';
import { Panel, type PanelProps } from './Panel.tsx';
import { Waiting } from './Waiting.tsx';
import { When } from './When.tsx';

/** What a card is drawn from. */
export interface CardPanelProps extends Pick<PanelProps, 'spot' | 'called' | 'onClose'> {
  card: Card;
  /** What they said here, as far as it is remembered, oldest first. */
  said: readonly ChatMessage[];
  actions: Omit<CardActionsProps, 'reason' | 'onReason'>;
  /** See {@link NoteProps}. */
  writes: number;
  /** A chord was pressed on the card, on which `reason` stands; whether it is one that holds there. */
  onKey: (chord: string, isRepeat: boolean, reason: string) => boolean;
  onPin: (isPinned: boolean) => void;
  onRetry: (part: keyof CardParts) => void;
  onAllow: (part: keyof CardParts) => void;
  onSave: NoteProps['onSave'];
}

/** Who somebody is, what happened to them here, what they said, what the user wrote about them, and what can be done. */
export function CardPanel(props: CardPanelProps): VNode {
  const { card, said, actions, writes, spot, called, onKey, onClose, onPin, onRetry, onAllow, onSave } =
    props;
  const [reason, setReason] = useState('');
  const { author } = said.at(-1) ?? card.message;
  const { platform } = card.message.channel;
  const badges = Object.entries(author.badges ?? {});
  const avatar = card.profile.status === 'there' ? card.profile.value.avatarUrl : undefined;
  return (
    <Panel
      spot={spot}
      called={called}
      name={card.key}
      onKey={(chord, isRepeat) => onKey(chord, isRepeat, reason.trim())}
      onClose={onClose}
      title={<bdi title={author.name}>{author.name}</bdi>}
      tools={
        <IconButton
          icon="pin"
          size="small"
          label={text('cardPin')}
          pressed={card.isPinned}
          onClick={() => onPin(!card.isPinned)}
        />
      }
    >
      <div class="ss-card-who">
        <span class="ss-card-face">
          {avatar !== undefined && <img src={avatar} alt="" width={44} height={44} />}
        </span>
        <div>
          <p class="ss-card-name">
            {author.color !== undefined && (
              <span class="ss-card-colour" style={{ background: author.color }} title={author.color} />
            )}
            <bdi>{author.name}</bdi>
            {author.name.toLowerCase() !== author.login.toLowerCase() && (
              <span class="ss-quiet">{author.login}</span>
            )}
          </p>
          {badges.length > 0 && (
            <p class="ss-card-badges" aria-label={text('cardBadges')}>
              {badges.map(([set, version]) => (
                <span key={set} class="ss-card-badge">
                  {badgeText(set, version)}
                </span>
              ))}
            </p>
          )}
        </div>
      </div>
      {/* Before all that comes late: a press must not hit the button that another one has just pushed there. */}
      <CardActions {...actions} reason={reason} onReason={setReason} />
      <Facts card={card} author={author} onRetry={onRetry} onAllow={onAllow} />
      <Waiting
        load={card.person}
        platform={platform}
        onRetry={() => onRetry('person')}
        onAllow={() => onAllow('person')}
      >
        {(person) => (
          <>
            <Part title={text('cardNote')}>
              <Note
                person={person}
                saving={card.saving}
                platform={platform}
                writes={writes}
                onSave={onSave}
              />
            </Part>
            <Part title={text('cardHistory')} count={person.history.length}>
              <History entries={person.history} />
            </Part>
          </>
        )}
      </Waiting>
      <Part title={text('cardMessages')} count={said.length}>
        <Messages lines={said.map((message) => ({ message, at: message.at }))} />
      </Part>
    </Panel>
  );
}

function Part({
  title,
  count,
  children,
}: {
  title: string;
  count?: number;
  children: ComponentChildren;
}): VNode {
  return (
    <div class="ss-card-part">
      <h3>
        {title}
        {count !== undefined && count > 0 && <span class="ss-quiet"> {count}</span>}
      </h3>
      {children}
    </div>
  );
}

function History({ entries }: { entries: readonly LoggedAction[] }): VNode {
  if (entries.length === 0) return <p class="ss-quiet">{text('cardHistoryEmpty')}</p>;
  return (
    <ul class="ss-card-list">
      {entries.map(({ id, action, at, by, undoneAt }) => (
        <li key={id} data-undone={undoneAt !== undefined || undefined}>
          <span class="ss-card-when">
            <When at={at} withTime />
          </span>
          <span>
            {whatText(action)}
            {action.reason !== undefined && (
              <>
                {': '}
                <bdi>{action.reason}</bdi>
              </>
            )}
            <span class="ss-quiet">
              {' '}
              {by.login}
              {undoneAt !== undefined && `, ${text('lineUndone')}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
