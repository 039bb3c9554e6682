import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../../lib/failure-text.ts';
import { daysText } from '../../../lib/moderation/duration.ts';
import type { Card, CardParts } from '../../../lib/pages/cards.ts';
import type { Said } from '../../../lib/pages/said.ts';
import type { SeenAct } from '../../../lib/pages/seen-moderation.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { IconButton } from '../../IconButton.tsx';
import { Icon } from '../../Icon.tsx';
import { badgeText, subscriberText } from './badge-words.ts';
import { CardActions, type CardActionsProps } from './CardActions.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { type MessageDeed, Messages } from './Messages.tsx';
import { Note, type NoteProps } from './Note.tsx';
import { Panel, type PanelProps, toPanel } from './Panel.tsx';
import { Still } from './Still.tsx';
import { Waiting } from './Waiting.tsx';

/** What a card is drawn from. */
export interface CardPanelProps extends Pick<PanelProps, 'spot' | 'called' | 'onClose'> {
  card: Card;
  /** What they said here, as far as it is remembered, oldest first. */
  said: readonly Said[];
  /** What others did to them, as the page showed it. */
  seen: readonly SeenAct[];
  /** Whether messages are kept, and for how long, s; `undefined`: nobody knows. */
  keeping: { readonly on: boolean; readonly seconds: number } | undefined;
  /** What can be done to one of the messages that are remembered. */
  deeds: readonly MessageDeed[];
  actions: Omit<CardActionsProps, 'reason' | 'onReason'>;
  /** What else happened to them, where that is known. */
  happened: VNode | undefined;
  /** See {@link NoteProps}. */
  writes: number;
  /** A chord was pressed on the card, on which `reason` stands; whether it is one that holds there. */
  onKey: (chord: string, isRepeat: boolean, reason: string) => boolean;
  onPin: (isPinned: boolean) => void;
  onRetry: (part: keyof CardParts) => void;
  onAllow: (part: keyof CardParts) => void;
  onSave: NoteProps['onSave'];
  onOlder: () => void;
  onKeep: () => void;
}

/** Who somebody is, what happened to them here, what they said, what the user wrote about them, and what can be done. */
export function CardPanel(props: CardPanelProps): VNode {
  const { card, said, seen, keeping, deeds, actions, happened, writes, spot, called } = props;
  const { onKey, onClose, onPin, onRetry, onAllow, onSave, onOlder, onKeep } = props;
  const [reason, setReason] = useState('');
  const { author } = said.at(-1)?.message ?? card.message;
  const { platform } = card.message.channel;
  const unkept = card.unkept && describeFailure(card.unkept, platform);
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
      <Still of={[actions, reason]}>
        {() => <CardActions {...actions} reason={reason} onReason={setReason} />}
      </Still>
      <Part title={text('cardMessages')} count={said.length}>
        <Messages
          lines={said.map(({ message, isRemembered }) => ({
            message,
            at: message.at,
            isKept: !isRemembered,
          }))}
          older={card.kept.more ? { isBusy: card.kept.isBusy, onAsk: onOlder } : undefined}
          deeds={deeds}
        />
        {keeping && (
          <p class="ss-quiet ss-card-keep">
            {!keeping.on && unkept ? (
              <span class="ss-card-failure" role="alert" data-tip={unkept.hint}>
                <Icon name="warning" size={14} />
                <span>{unkept.title}</span>
              </span>
            ) : (
              text(keeping.on ? 'cardLogOn' : 'cardLogOffer', daysText(keeping.seconds))
            )}{' '}
            {!keeping.on && (
              <Button
                size="small"
                kind="quiet"
                onClick={(event) => {
                  // It goes once messages are kept.
                  toPanel(event.currentTarget);
                  onKeep();
                }}
              >
                {text('cardLogTurnOn')}
              </Button>
            )}
          </p>
        )}
      </Part>
      <Still of={[card, subscriberText(author)]}>
        {() => <Facts card={card} author={author} onRetry={onRetry} onAllow={onAllow} />}
      </Still>
      <Still of={[card, writes, seen, happened]}>
        {() => (
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
                <Part title={text('cardHistory')}>
                  <History entries={person.history} seen={happened ? [] : seen} />
                </Part>
              </>
            )}
          </Waiting>
        )}
      </Still>
      {happened && <Part title={text('cardHappened')}>{happened}</Part>}
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
