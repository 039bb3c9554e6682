import type { VNode } from 'preact';

import type { OptionsState } from '../../lib/options/options.ts';
import { reasonLimit } from '../../lib/options/presets.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Switch } from '../Checkbox.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { Buttons } from './Buttons.tsx';
import type { OptionsActions } from './actions.ts';
import { FailureNote } from '../FailureNote.tsx';
import { ChatLog } from './ChatLog.tsx';
import { EmbedSites } from './EmbedSites.tsx';
import { LadderDays } from './Ladder.tsx';
import { BanLadder, RestrictionLadder } from './Ladders.tsx';
import { NameOpens } from './NameOpens.tsx';
import { Presets } from './Presets.tsx';
import { Profiles } from './profiles/Profiles.tsx';
import { type Shown, useScope } from './profiles/scope.ts';
import { OwnMark, ShownProfile } from './profiles/ShownProfile.tsx';
import { Reasons } from './Reasons.tsx';
import { RestrictionButtons } from './RestrictionButtons.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card, Page } from '../Section.tsx';
import { SettingText } from './SettingText.tsx';
import { WatchMinutes } from './WatchMinutes.tsx';

/** What the section is drawn from. */
export interface SettingsSectionProps {
  state: OptionsState;
  actions: OptionsActions;
}

/** What the section is drawn from. */
export interface ModerationProps extends SettingsSectionProps {
  shown: Shown;
}

/** What the tools in chat offer. */
export function Moderation({ state, actions, shown }: ModerationProps): VNode {
  const { settings, settingsFailure } = state;
  return (
    <Page title={text('optionsModeration')} lead={text('moderationLead')}>
      {settingsFailure && <SettingsFailure failure={settingsFailure} onRetry={actions.reloadSettings} />}
      {!settings && !settingsFailure && <SkeletonRows count={3} label={text('optionsLoading')} />}
      {settings && (
        <>
          <Cards settings={settings} savings={state.savings} actions={actions} shown={shown} />
          <NameOpens settings={settings} savings={state.savings} onWrite={actions.write} />
          <Card title={text('quietTools')} text={text('quietToolsLead')}>
            <Switch
              label={text('quietToolsOn')}
              hint={text('quietToolsHint')}
              checked={settings['moderation.quietTools']}
              onChange={(on) => actions.write('moderation.quietTools', on)}
            />
            <SavedMark saving={state.savings['moderation.quietTools']} />
          </Card>
          <Card title={text('watchSetting')} text={text('watchSettingLead')}>
            <WatchMinutes
              minutes={settings['moderation.watchMinutes']}
              onChange={(minutes) => actions.write('moderation.watchMinutes', minutes)}
            />
            <SavedMark saving={state.savings['moderation.watchMinutes']} />
          </Card>
          <Card title={text('embedSites')} text={text('embedSitesLead')}>
            <EmbedSites
              sites={settings['moderation.embedSites']}
              proposed={state.place.detail}
              onChange={(sites) => actions.write('moderation.embedSites', sites)}
            />
            <SavedMark saving={state.savings['moderation.embedSites']} />
          </Card>
          <Card title={text('readAlong')} text={text('readAlongLead')}>
            <Switch
              label={text('readAlongSwitch')}
              checked={settings['moderation.chzzkReadAlong']}
              onChange={(isWanted) => actions.write('moderation.chzzkReadAlong', isWanted)}
            />
            <SavedMark saving={state.savings['moderation.chzzkReadAlong']} />
          </Card>
          {/* Last: it grows when the background has counted, and what stood below would move under the pointer. */}
          <ChatLog settings={settings} savings={state.savings} kept={state.kept} actions={actions} />
        </>
      )}
    </Page>
  );
}

interface CardsProps extends Omit<ModerationProps, 'state'> {
  settings: Settings;
  savings: OptionsState['savings'];
}

function Cards({ settings: all, savings, actions, shown }: CardsProps): VNode {
  const scope = useScope(all, savings, shown, actions);
  const { settings, write, saving } = scope;
  return (
    <>
      <Card title={text('profiles')} text={text('profilesLead')}>
        <Profiles settings={all} scope={scope} shown={shown} actions={actions} />
      </Card>
      <ShownProfile scope={scope} shown={shown} />
      <Card title={text('buttons')} text={text('buttonsLead')}>
        <Buttons settings={settings} onChange={(buttons) => write('moderation.buttons', buttons)} />
        <OwnMark scope={scope} keys={['moderation.buttons']} />
        <SavedMark saving={saving('moderation.buttons')} />
      </Card>
      <Card title={text('buttonsChzzk')} text={text('buttonsChzzkLead')}>
        <RestrictionButtons
          chosen={settings['moderation.chzzkButtons']}
          choices={settings['moderation.keys']}
          onChange={(chosen) => write('moderation.chzzkButtons', chosen)}
        />
        <OwnMark scope={scope} keys={['moderation.chzzkButtons']} />
        <SavedMark saving={saving('moderation.chzzkButtons')} />
      </Card>
      <Card title={text('presets')} text={text('presetsLead')}>
        <Presets
          presets={settings['moderation.timeoutPresets']}
          saving={saving('moderation.timeoutPresets')}
          onChange={(presets) => write('moderation.timeoutPresets', presets)}
        />
        <OwnMark scope={scope} keys={['moderation.timeoutPresets']} />
        <SavedMark saving={saving('moderation.timeoutPresets')} />
      </Card>
      <Card title={text('defaultReason')} text={text('defaultReasonLead')}>
        <SettingText
          key={scope.profile}
          label={text('reason')}
          hint={text('reasonHint')}
          limit={reasonLimit}
          value={settings['moderation.defaultReason']}
          saving={saving('moderation.defaultReason')}
          onSave={(value) => write('moderation.defaultReason', value)}
        />
        <OwnMark scope={scope} keys={['moderation.defaultReason']} />
      </Card>
      <Card title={text('reasons')} text={text('reasonsLead')}>
        <Reasons
          reasons={settings['moderation.reasons']}
          onChange={(reasons) => write('moderation.reasons', reasons)}
        />
        <OwnMark scope={scope} keys={['moderation.reasons']} />
        <SavedMark saving={saving('moderation.reasons')} />
      </Card>
      <Card title={text('ladder')} text={text('ladderLead')}>
        <BanLadder
          ladder={settings['moderation.ladder']}
          onChange={(ladder) => write('moderation.ladder', ladder)}
        />
        <LadderDays
          key={scope.profile}
          days={settings['moderation.ladderDays']}
          onDays={(days) => write('moderation.ladderDays', days)}
        />
        <OwnMark scope={scope} keys={['moderation.ladder', 'moderation.ladderDays']} />
        <SavedMark saving={saving('moderation.ladder')} />
      </Card>
      <Card title={text('ladderChzzk')} text={text('ladderChzzkLead')}>
        <RestrictionLadder
          ladder={settings['moderation.chzzkLadder']}
          onChange={(ladder) => write('moderation.chzzkLadder', ladder)}
        />
        <OwnMark scope={scope} keys={['moderation.chzzkLadder']} />
        <SavedMark saving={saving('moderation.chzzkLadder')} />
      </Card>
    </>
  );
}

/** The settings could not be read. */
export function SettingsFailure({
  failure,
  onRetry,
}: {
  failure: NonNullable<OptionsState['settingsFailure']>;
  onRetry: () => void;
}): VNode {
  return (
    <FailureNote
      failure={failure}
      action={
        <Button size="small" onClick={onRetry}>
          {text('tryAgain')}
        </Button>
      }
    />
  );
}
