import type { VNode } from 'preact';

import { usualProfile } from '../../../lib/moderation/profile.ts';
import type { ProfileKey } from '../../../lib/store/profile-table.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { type Option, Select } from '../../Select.tsx';
import type { Scope, Shown } from './scope.ts';

/** The profiles to choose from, the usual one first. */
export function profileOptions(settings: Settings): readonly Option<string>[] {
  return [
    { value: usualProfile, label: text('profileUsual') },
    ...settings['moderation.profiles'].map(({ name }) => ({ value: name, label: name })),
  ];
}

/** Which profile the forms below show and change; nothing where there is but one. */
export function ShownProfile({ scope, shown }: { scope: Scope; shown: Shown }): VNode | null {
  if (scope.settings['moderation.profiles'].length === 0) return null;
  return (
    <div class="ss-profile-shown">
      <Select
        label={text('profileShown')}
        hint={text('profileShownHint')}
        options={profileOptions(scope.settings)}
        value={scope.profile}
        onChange={shown.show}
      />
    </div>
  );
}

/** Says whether a profile has these settings of its own, and lets it go back to the usual ones. */
export function OwnMark({ scope, keys }: { scope: Scope; keys: readonly ProfileKey[] }): VNode | null {
  if (scope.profile === usualProfile) return null;
  const isOwn = scope.isOwn(keys);
  return (
    <p class="ss-profile-own">
      <span>{text(isOwn ? 'profileOwn' : 'profileAsUsual')}</span>
      {isOwn && (
        <Button size="small" kind="quiet" icon="undo" onClick={() => scope.drop(keys)}>
          {text('profileDropOwn')}
        </Button>
      )}
    </p>
  );
}
