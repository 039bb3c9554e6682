import type { ComponentChildren, VNode } from 'preact';

import type { Author } from '../../../lib/chat/message.ts';
import type { Card, CardParts } from '../../../lib/pages/cards.ts';
import type { Subscription } from '../../../lib/people/people.ts';
import { text } from '../../../lib/text.ts';
import { subscriberText } from './badge-words.ts';
import { Waiting } from './Waiting.tsx';
import { When } from './When.tsx';

/** What the facts of a card are drawn from. */
export interface FactsProps {
  card: Card;
  author: Author;
  onRetry: (part: keyof CardParts) => void;
  onAllow: (part: keyof CardParts) => void;
}

/** What the platform tells about somebody. Each fact has its one row from the beginning, so that nothing below moves. */
export function Facts({ card, author, onRetry, onAllow }: FactsProps): VNode {
  const { profile, follow, activity } = card;
  const waiting = (part: keyof CardParts) => ({
    platform: card.message.channel.platform,
    onRetry: () => onRetry(part),
    onAllow: () => onAllow(part),
  });
  const unknown = text('cardUnknown');
  if (card.message.channel.platform === 'twitch') {
    return (
      <dl class="ss-card-facts">
        <Fact name={text('cardCreated')}>
          <Waiting load={profile} {...waiting('profile')}>
            {({ createdAt }) => (createdAt === undefined ? unknown : <When at={createdAt} />)}
          </Waiting>
        </Fact>
        {follow && (
          <Fact name={text('cardFollows')}>
            <Waiting load={follow} {...waiting('follow')}>
              {({ at }) => (at === undefined ? text('cardFollowsNot') : <When at={at} />)}
            </Waiting>
          </Fact>
        )}
        <Fact name={text('cardSubscribed')}>{subscriberText(author)}</Fact>
      </dl>
    );
  }
  return (
    <dl class="ss-card-facts">
      <Fact name={text('cardFollows')}>
        <Waiting load={profile} {...waiting('profile')}>
          {({ followedAt }) => (followedAt === undefined ? unknown : <When at={followedAt} />)}
        </Waiting>
      </Fact>
      <Fact name={text('cardSubscription')}>
        {profile.status === 'there' && (subscriptionText(profile.value.subscription) ?? unknown)}
      </Fact>
      <Fact name={text('cardBadges')}>
        {profile.status === 'there' && <Wears names={profile.value.wears ?? []} />}
      </Fact>
      {activity && (
        <>
          <Fact name={text('cardChatted')}>
            <Waiting load={activity} {...waiting('activity')}>
              {({ messages }) => messages.toLocaleString(text('languageTag'))}
            </Waiting>
          </Fact>
          <Fact name={text('cardKept')}>
            {activity.status === 'there' &&
              text('cardKeptTimes', activity.value.restricted, activity.value.quietened)}
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): VNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** In one row, however many there are. */
function Wears({ names }: { names: readonly string[] }): VNode {
  const all = names.join(', ');
  return (
    <span class="ss-cut" title={all}>
      {all === '' ? text('cardBadgesNone') : all}
    </span>
  );
}

function subscriptionText(subscription: Subscription | undefined): string | undefined {
  if (!subscription) return undefined;
  const { months, tier } = subscription;
  const length = text(months === 1 ? 'cardMonth' : 'cardMonths', months);
  return tier === undefined ? length : text('cardTier', length, tier);
}
