import type { VNode } from 'preact';

import type { OptionsState } from '../../lib/options/options.ts';
import { reasonLimit } from '../../lib/options/presets.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { Buttons } from './Buttons.tsx';
import type { OptionsActions } from './actions.ts';
import { FailureNote } from './FailureNote.tsx';
import { Ladder } from './Ladder.tsx';
import { Presets } from './Presets.tsx';
import { Reasons } from './Reasons.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card, Page } from './Section.tsx';
import { SettingText } from './SettingText.tsx';

/** What the section is drawn from. */
export interface SettingsSectionProps {
  state: OptionsState;
  actions: OptionsActions;
}

/** What the tools in chat offer. */
export function Moderation({ state, actions }: SettingsSectionProps): VNode {
  const { settings, savings, settingsFailure } = state;
  return (
    <Page title={text('optionsModeration')} lead={text('moderationLead')}>
      {settingsFailure && <SettingsFailure failure={settingsFailure} onRetry={actions.reloadSettings} />}
      {!settings && !settingsFailure && <SkeletonRows count={3} label={text('optionsLoading')} />}
      {settings && (
        <>
          <Card title={text('buttons')} text={text('buttonsLead')}>
            <Buttons
              settings={settings}
              onChange={(buttons) => actions.write('moderation.buttons', buttons)}
            />
            <SavedMark saving={savings['moderation.buttons']} />
          </Card>
          <Card title={text('presets')} text={text('presetsLead')}>
            <Presets
              presets={settings['moderation.timeoutPresets']}
              saving={savings['moderation.timeoutPresets']}
              onChange={(presets) => actions.write('moderation.timeoutPresets', presets)}
            />
            <SavedMark saving={savings['moderation.timeoutPresets']} />
          </Card>
          <Card title={text('defaultReason')} text={text('defaultReasonLead')}>
            <SettingText
              label={text('reason')}
              hint={text('reasonHint')}
              limit={reasonLimit}
              value={settings['moderation.defaultReason']}
              saving={savings['moderation.defaultReason']}
              onSave={(value) => actions.write('moderation.defaultReason', value)}
            />
          </Card>
          <Card title={text('reasons')} text={text('reasonsLead')}>
            <Reasons
              reasons={settings['moderation.reasons']}
              onChange={(reasons) => actions.write('moderation.reasons', reasons)}
            />
            <SavedMark saving={savings['moderation.reasons']} />
          </Card>
          <Card title={text('ladder')} text={text('ladderLead')}>
            <Ladder
              ladder={settings['moderation.ladder']}
              days={settings['moderation.ladderDays']}
              onLadder={(ladder) => actions.write('moderation.ladder', ladder)}
              onDays={(days) => actions.write('moderation.ladderDays', days)}
            />
            <SavedMark saving={savings['moderation.ladder']} />
          </Card>
        </>
      )}
    </Page>
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
