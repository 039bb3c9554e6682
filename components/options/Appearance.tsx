import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Choice } from '../Choice.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { SettingsFailure, type SettingsSectionProps } from './Moderation.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card, Page } from '../Section.tsx';

/** How our pages look; every choice shows at once. */
export function Appearance({ state, actions }: SettingsSectionProps): VNode {
  const { settings, savings, settingsFailure } = state;
  return (
    <Page title={text('optionsAppearance')} lead={text('appearanceLead')}>
      {settingsFailure && <SettingsFailure failure={settingsFailure} onRetry={actions.reloadSettings} />}
      {!settings && !settingsFailure && <SkeletonRows count={3} label={text('optionsLoading')} />}
      {settings && (
        <Card title={text('appearanceLook')}>
          <div class="ss-setting">
            <Choice
              label={text('theme')}
              options={[
                { value: 'system', label: text('themeSystem') },
                { value: 'light', label: text('themeLight'), icon: 'sun' },
                { value: 'dark', label: text('themeDark'), icon: 'moon' },
                { value: 'contrast', label: text('themeContrast') },
              ]}
              value={settings['appearance.theme']}
              onChange={(value) => actions.write('appearance.theme', value)}
            />
            <SavedMark saving={savings['appearance.theme']} />
          </div>
          <div class="ss-setting">
            <Choice
              label={text('density')}
              options={[
                { value: 'comfortable', label: text('densityComfortable') },
                { value: 'compact', label: text('densityCompact') },
              ]}
              value={settings['appearance.density']}
              onChange={(value) => actions.write('appearance.density', value)}
            />
            <SavedMark saving={savings['appearance.density']} />
          </div>
          <div class="ss-setting">
            <Choice
              label={text('fontSize')}
              options={[
                { value: 'small', label: text('fontSizeSmall') },
                { value: 'normal', label: text('fontSizeNormal') },
                { value: 'large', label: text('fontSizeLarge') },
                { value: 'larger', label: text('fontSizeLarger') },
              ]}
              value={settings['appearance.fontSize']}
              onChange={(value) => actions.write('appearance.fontSize', value)}
            />
            <SavedMark saving={savings['appearance.fontSize']} />
          </div>
          <div class="ss-setting">
            <Choice
              label={text('motion')}
              options={[
                { value: 'system', label: text('motionSystem') },
                { value: 'reduced', label: text('motionReduced') },
              ]}
              value={settings['appearance.motion']}
              onChange={(value) => actions.write('appearance.motion', value)}
            />
            <SavedMark saving={savings['appearance.motion']} />
          </div>
          <div class="ss-setting">
            <Choice
              label={text('language')}
              options={[
                { value: 'auto', label: text('languageAuto') },
                // Languages are named in themselves, so that one finds one's own.
                { value: 'en', label: 'English' },
                { value: 'ko', label: '한국어' },
              ]}
              value={settings.language}
              onChange={(value) => actions.write('language', value)}
            />
            <SavedMark saving={savings.language} />
          </div>
        </Card>
      )}
    </Page>
  );
}
