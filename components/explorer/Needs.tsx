import type { VNode } from 'preact';

import { kindFor, missingScopes, type TokenKind } from '../../lib/explorer/endpoint-card.ts';
import { callerOf } from '../../lib/explorer/explorer.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import type { EndpointPageProps } from './EndpointPage.tsx';

const tokenTexts: Readonly<Record<TokenKind, TextKey>> = {
  user: 'tokenUser',
  app: 'tokenApp',
  'extension-jwt': 'tokenExtension',
};

/** The name of a kind of token. */
export function tokenText(kind: TokenKind): string {
  return text(tokenTexts[kind]);
}

/** What a call needs, what of it is there, and the way to the rest. */
export function Needs(props: EndpointPageProps): VNode {
  const { state, open, actions } = props;
  const { card } = open;
  const caller = callerOf(state);
  const missing = missingScopes(card, caller);
  const kind = kindFor(card, caller);
  const has = (token: TokenKind): boolean =>
    token === 'user' ? caller.scopes !== undefined : caller.pasted.includes(token);

  return (
    <dl class="ss-needs">
      <dt>{text('apiToken')}</dt>
      <dd>
        {card.tokens.length === 0 && <span>{text('apiPublic')}</span>}
        {card.tokens.map((token) => (
          <Badge
            key={token}
            kind={has(token) ? 'success' : 'neutral'}
            icon={has(token) ? 'check' : undefined}
          >
            {tokenText(token)}
          </Badge>
        ))}
        {kind !== 'none' && !has(kind) && (
          <span class="ss-quiet">
            {kind === 'user' ? (
              text('apiSignInFirst')
            ) : (
              <Button kind="quiet" size="small" icon="key" onClick={() => actions.goTo()}>
                {text('apiPasteFirst')}
              </Button>
            )}
          </span>
        )}
      </dd>
      {card.tokens.includes('user') && card.scopes.length > 0 && (
        <>
          <dt>{text('apiScopes')}</dt>
          <dd>
            {card.scopes.map((group) => (
              <ScopeGroup key={group.join()} group={group} granted={caller.scopes ?? []} />
            ))}
            {missing.length > 0 && caller.scopes !== undefined && (
              <Button
                size="small"
                icon="key"
                busy={state.signedIn?.signingIn === true}
                onClick={() => actions.grant(missing.flatMap(([first]) => first ?? []))}
              >
                {text('apiGrant')}
              </Button>
            )}
            {card.partial && <span class="ss-quiet">{text('apiPartial')}</span>}
          </dd>
        </>
      )}
      {card.moreWith.length > 0 && (
        <>
          <dt>{text('apiMoreWith')}</dt>
          <dd>
            <ScopeGroup group={card.moreWith} granted={caller.scopes ?? []} />
          </dd>
        </>
      )}
      {card.limits.length > 0 && (
        <>
          <dt>{text('apiLimits')}</dt>
          <dd>
            {card.limits.map(({ count, perMs, by }) => (
              <span key={`${count} ${perMs}`}>
                {by.length === 0
                  ? text('apiLimit', count, durationText(perMs / 1000))
                  : text('apiLimitBy', count, durationText(perMs / 1000), by.join(' + '))}
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function ScopeGroup({ group, granted }: { group: readonly string[]; granted: readonly string[] }): VNode {
  const has = group.some((scope) => granted.includes(scope));
  return (
    <span class="ss-scopes">
      {group.map((scope, index) => (
        <span key={scope}>
          {index > 0 && <span class="ss-quiet"> {text('or')} </span>}
          <Badge
            kind={granted.includes(scope) ? 'success' : has ? 'neutral' : 'warning'}
            icon={granted.includes(scope) ? 'check' : has ? undefined : 'lock'}
          >
            {scope}
          </Badge>
        </span>
      ))}
    </span>
  );
}
