import type { VNode } from 'preact';

import { text, type TextKey } from '../../lib/text.ts';
import { Card, Page } from '../Section.tsx';

/** What is stored: what, where, and how it goes away. As in docs/privacy.md. */
const stored: readonly (readonly [what: TextKey, where: TextKey, until: TextKey])[] = [
  ['storedToken', 'storedTokenWhere', 'storedTokenUntil'],
  ['storedPasted', 'storedPastedWhere', 'storedPastedUntil'],
  ['storedAccount', 'storedExtension', 'storedUntilSignOut'],
  ['storedLive', 'storedExtension', 'storedUntilSignOut'],
  ['storedKnown', 'storedSession', 'storedSessionUntil'],
  ['storedRounds', 'storedSettingsWhere', 'storedRoundsUntil'],
  ['storedSearches', 'storedSettingsWhere', 'storedSearchesUntil'],
  ['storedLog', 'storedExtension', 'storedUntilRemoved'],
  ['storedNotes', 'storedExtension', 'storedUntilForgotten'],
  ['storedHealth', 'storedSession', 'storedSessionUntil'],
  ['storedCalls', 'storedExtension', 'storedCallsUntil'],
  ['storedSettings', 'storedSettingsWhere', 'storedUntilRemoved'],
  ['storedSync', 'storedSyncWhere', 'storedSyncUntil'],
];

/** What this is, and what it keeps. */
export function About({ version }: { version: string }): VNode {
  return (
    <Page title={text('optionsAbout')} lead={text('extensionDescription')}>
      <Card title={text('aboutVersion')}>
        <dl class="ss-facts">
          <dt>{text('extensionName')}</dt>
          <dd>{version}</dd>
          <dt>{text('aboutLicence')}</dt>
          <dd>MIT</dd>
          <dt>{text('aboutDocs')}</dt>
          <dd class="ss-links">
            <a href="https://dev.twitch.tv/docs/api/reference/" target="_blank" rel="noreferrer">
              {text('aboutTwitchApi')}
            </a>
            <a href="https://www.twitch.tv/settings/connections" target="_blank" rel="noreferrer">
              {text('aboutTwitchConnections')}
            </a>
          </dd>
        </dl>
        <p class="ss-quiet">{text('aboutIndependent')}</p>
      </Card>
      <Card title={text('aboutPrivacy')} text={text('aboutPrivacyLead')}>
        <div class="ss-table-frame" tabIndex={0} role="group" aria-label={text('aboutPrivacy')}>
          <table class="ss-table">
            <thead>
              <tr>
                <th scope="col">{text('storedWhat')}</th>
                <th scope="col">{text('storedWhere')}</th>
                <th scope="col">{text('storedUntil')}</th>
              </tr>
            </thead>
            <tbody>
              {stored.map(([what, where, until]) => (
                <tr key={what}>
                  <th scope="row">{text(what)}</th>
                  <td>{text(where)}</td>
                  <td>{text(until)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="ss-quiet">{text('aboutChatNotKept')}</p>
      </Card>
    </Page>
  );
}
