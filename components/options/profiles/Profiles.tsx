import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { profileLimits, usualProfile } from '../../../lib/moderation/profile.ts';
import {
  type ProfileChange,
  type ProfileProblem,
  profileProblem,
  removing,
  renaming,
  withProfile,
} from '../../../lib/moderation/profiles.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Dialog } from '../../Dialog.tsx';
import { IconButton } from '../../IconButton.tsx';
import { TextInput } from '../../TextInput.tsx';
import { useId } from '../../use-id.ts';
import type { OptionsActions } from '../actions.ts';
import { ProfileChannels } from './ProfileChannels.tsx';
import type { Scope, Shown } from './scope.ts';

/** What the card's content is drawn from. */
export interface ProfilesProps {
  settings: Settings;
  scope: Scope;
  shown: Shown;
  actions: Pick<OptionsActions, 'write'>;
}

const problems = {
  empty: 'profileNameEmpty',
  taken: 'profileNameTaken',
  'too-many': 'profilesTooMany',
} as const;

const problemText = (problem: ProfileProblem): string => text(problems[problem], profileLimits.profiles);

/** The profiles: which one is in force, made, renamed, taken away, and given to channels. Every change is saved at once. */
export function Profiles({ settings, scope, shown, actions }: ProfilesProps): VNode {
  const id = useId();
  const all = settings['moderation.profiles'];
  const isKnown = all.some(({ name }) => name === settings['moderation.profile']);
  const inForce = isKnown ? settings['moderation.profile'] : usualProfile;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<ProfileProblem | undefined>();
  const [renamed, setRenamed] = useState<string | undefined>();
  const [leaving, setLeaving] = useState<string | undefined>();

  const change = (next: ProfileChange): void => {
    for (const key of ['moderation.profiles', 'moderation.profile', 'moderation.channelProfiles'] as const) {
      const value = next[key];
      if (value !== undefined) actions.write(key, value);
    }
  };
  const add = (): void => {
    const wrong = profileProblem(all, name);
    setProblem(wrong);
    if (wrong) return;
    change({ 'moderation.profiles': withProfile(all, name, scope.profile) });
    shown.show(name.trim());
    setName('');
  };

  return (
    <div class="ss-profiles">
      {all.length > 0 && (
        <fieldset class="ss-profiles-list">
          <legend class="ss-field-label">{text('profileInForce')}</legend>
          <ul class="ss-rows-list">
            {[usualProfile, ...all.map((profile) => profile.name)].map((profile) => (
              <li key={profile} class="ss-row">
                <label class="ss-profile-name">
                  <input
                    type="radio"
                    name={id}
                    checked={profile === inForce}
                    onChange={() => change({ 'moderation.profile': profile })}
                  />
                  <bdi class="ss-cut">{profile === usualProfile ? text('profileUsual') : profile}</bdi>
                </label>
                {profile !== usualProfile && (
                  <>
                    <IconButton
                      size="small"
                      icon="edit"
                      label={text('profileRename', profile)}
                      onClick={() => setRenamed(profile)}
                    />
                    <IconButton
                      size="small"
                      kind="danger"
                      icon="trash"
                      label={text('profileDelete', profile)}
                      onClick={() => setLeaving(profile)}
                    />
                  </>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <form
        class="ss-profile-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          label={text('profileName')}
          hint={all.length > 0 ? text('profileNameHint') : undefined}
          limit={profileLimits.name}
          error={problem && problemText(problem)}
          value={name}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
        />
        <Button type="submit" icon="plus">
          {text('profileAdd')}
        </Button>
      </form>
      {all.length > 0 && (
        <ProfileChannels
          settings={settings}
          onChange={(channels) => change({ 'moderation.channelProfiles': channels })}
        />
      )}
      {renamed !== undefined && (
        <RenameDialog
          name={renamed}
          problemOf={(next) => profileProblem(all, next, renamed)}
          onRename={(next) => {
            change(renaming(settings, renamed, next));
            if (scope.profile === renamed) shown.show(next.trim());
            setRenamed(undefined);
          }}
          onClose={() => setRenamed(undefined)}
        />
      )}
      {leaving !== undefined && (
        <Dialog
          title={text('profileDeleteTitle', leaving)}
          closeLabel={text('close')}
          onClose={() => setLeaving(undefined)}
          size="small"
          actions={
            <>
              <Button kind="quiet" onClick={() => setLeaving(undefined)}>
                {text('cancel')}
              </Button>
              <Button
                kind="danger"
                onClick={() => {
                  change(removing(settings, leaving));
                  setLeaving(undefined);
                }}
              >
                {text('profileDeleteDo')}
              </Button>
            </>
          }
        >
          <p>{text('profileDeleteText')}</p>
        </Dialog>
      )}
    </div>
  );
}

interface RenameDialogProps {
  name: string;
  problemOf: (name: string) => ProfileProblem | undefined;
  onRename: (name: string) => void;
  onClose: () => void;
}

function RenameDialog({ name, problemOf, onRename, onClose }: RenameDialogProps): VNode {
  const id = useId();
  const [typed, setTyped] = useState(name);
  const problem = problemOf(typed);
  return (
    <Dialog
      title={text('profileRenameTitle')}
      closeLabel={text('close')}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('cancel')}
          </Button>
          <Button type="submit" form={id} kind="primary">
            {text('optionsSave')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!problem) onRename(typed);
        }}
      >
        <TextInput
          label={text('profileNameNew')}
          limit={profileLimits.name}
          error={problem && problemText(problem)}
          value={typed}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}
