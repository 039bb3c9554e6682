import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Choice } from '../Choice.tsx';
import type { AccountsProps } from './Accounts.tsx';
import { ClientCheckNote } from '../accounts/ClientCheckNote.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card } from '../Section.tsx';
import { SettingText } from './SettingText.tsx';

/** Twitch's own page where applications are registered. */
const consoleUrl = 'https://dev.twitch.tv/console/apps/create';

/** The user's own Twitch application, through which Sidestage signs in. */
export function TwitchApplication({ state, facts, actions }: AccountsProps): VNode {
  const { settings, savings } = state;
  return (
    <Card title={text('twitchApp')} text={text('twitchAppLead')}>
      <ol class="ss-steps">
        <li>
          <p>
            {text('twitchAppStep1')}{' '}
            <a href={consoleUrl} target="_blank" rel="noreferrer">
              dev.twitch.tv/console
            </a>
          </p>
        </li>
        <li>
          <p>{text('twitchAppStep2')}</p>
          <ul class="ss-redirects">
            {facts.redirects.map(({ browser, url, isThis }) => (
              <li key={browser}>
                <span class="ss-redirect-browser">
                  {browser} {isThis && <Badge kind="lamp">{text('twitchAppThisBrowser')}</Badge>}
                </span>
                <code>{url}</code>
                <CopyButton label={text('copy')} about={browser} words={() => url} copy={actions.copy} />
              </li>
            ))}
          </ul>
        </li>
        <li>
          <p>{text('twitchAppStep3')}</p>
        </li>
        <li>
          <p>{text('twitchAppStep4')}</p>
        </li>
      </ol>
      {settings && (
        <>
          <SettingText
            label={text('twitchClientId')}
            hint={text('twitchClientIdHint')}
            placeholder="abc123def456ghi789jkl012mno345"
            value={settings['twitch.clientId']}
            saving={savings['twitch.clientId']}
            trims
            onSave={(value) => actions.write('twitch.clientId', value)}
          />
          <div class="ss-setting">
            <Choice
              label={text('twitchClientKind')}
              hint={text('twitchClientKindHint')}
              options={[
                { value: 'confidential', label: text('twitchClientConfidential') },
                { value: 'public', label: text('twitchClientPublic') },
              ]}
              value={settings['twitch.clientKind']}
              onChange={(value) => actions.write('twitch.clientKind', value)}
            />
            <SavedMark saving={savings['twitch.clientKind']} />
          </div>
          {settings['twitch.clientId'] !== '' && (
            <ClientCheckNote check={state.clientCheck} onCheck={actions.checkClient} />
          )}
        </>
      )}
    </Card>
  );
}
