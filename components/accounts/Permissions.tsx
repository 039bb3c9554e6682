import type { VNode } from 'preact';

import type { Account } from '../../lib/accounts/account.ts';
import { type Droppable, type FeatureName, featureNames, features, featuresOf } from '../../lib/features.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';

/** What the list is drawn from. */
export interface PermissionsProps {
  account: Account;
  /** A sign-in is under way; one at a time. */
  busy: boolean;
  onAllow: (feature: FeatureName) => void;
  onDrop: (feature: Droppable) => void;
}

/** What an account lets Sidestage do: every feature, with its scopes; then the scopes that no feature uses. */
export function Permissions({ account, busy, onAllow, onDrop }: PermissionsProps): VNode {
  const { scopes, declined = [], name } = account;
  const others = scopes.filter((scope) => featuresOf(scope).length === 0);
  const button = (what: 'permissionDrop' | 'permissionAllow', title: TextKey, onClick: () => void): VNode => (
    <Button
      size="small"
      disabled={busy || account.state === 'expired'}
      aria-label={`${text(what)}: ${text(title)}`}
      onClick={onClick}
    >
      {text(what)}
    </Button>
  );
  return (
    <details class="ss-permissions">
      <summary>{text('permissions', scopes.length)}</summary>
      <ul aria-label={text('permissionsOf', name)}>
        {featureNames.map((feature) => {
          const { title, why, scopes: needed } = features[feature];
          const granted = needed.filter((scope) => scopes.includes(scope));
          const has = granted.length === needed.length;
          const wasDeclined = needed.some((scope) => declined.includes(scope));
          return (
            <li key={feature} data-granted={has}>
              <div class="ss-permission-words">
                <p class="ss-permission-title">{text(title)}</p>
                <p class="ss-permission-why">{text(why)}</p>
                <p class="ss-permission-scopes">
                  {needed.map((scope) => (
                    <code key={scope}>{scope}</code>
                  ))}
                  {!has && wasDeclined && text('permissionDeclined')}
                </p>
              </div>
              {granted.length > 0 && button('permissionDrop', title, () => onDrop(feature))}
              {!has && button('permissionAllow', title, () => onAllow(feature))}
            </li>
          );
        })}
        {others.length > 0 && (
          <li data-granted>
            <div class="ss-permission-words">
              <p class="ss-permission-title">{text('permissionOthers')}</p>
              <p class="ss-permission-why">{text('permissionOthersWhy')}</p>
              <p class="ss-permission-scopes">
                {others.map((scope) => (
                  <code key={scope}>{scope}</code>
                ))}
              </p>
            </div>
            {button('permissionDrop', 'permissionOthers', () => onDrop('others'))}
          </li>
        )}
      </ul>
    </details>
  );
}
