import type { VNode } from 'preact';

import { lossesOf } from '../../lib/pages/health.ts';
import {
  type HealthRecord,
  lastSeenAs,
  type ReaderHealth,
  type ReaderState,
  readersOf,
  reportOf,
} from '../../lib/pages/health-record.ts';
import { siteOf } from '../../lib/pages/sites.ts';
import type { OptionsState } from '../../lib/options/options.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Badge, type BadgeKind } from '../Badge.tsx';
import { Banner } from '../Banner.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { EmptyState } from '../States.tsx';
import type { OptionsActions, OptionsFacts } from './actions.ts';
import { CopyButton } from '../CopyButton.tsx';
import { Card, Page } from '../Section.tsx';

/** What the section is drawn from. */
export interface HealthProps {
  state: OptionsState;
  now: number;
  facts: OptionsFacts;
  actions: OptionsActions;
}

const pageNames: Readonly<Record<string, TextKey>> = {
  channel: 'healthChannel',
  popout: 'healthPopout',
  embed: 'healthEmbed',
  moderator: 'healthModerator',
  'moderator-popout': 'healthModeratorPopout',
  dashboard: 'healthDashboard',
  'dashboard-popout': 'healthDashboardPopout',
  video: 'healthVideo',
  clip: 'healthClip',
  'chzzk-live': 'healthChzzkLive',
  'chzzk-chat': 'healthChzzkChat',
};

const readerNames = {
  dom: 'healthDom',
  probe: 'healthProbe',
  events: 'healthEvents',
  socket: 'healthSocket',
} as const;

const states: Readonly<Record<ReaderState, { readonly word: TextKey; readonly kind: BadgeKind }>> = {
  works: { word: 'healthWorks', kind: 'success' },
  partly: { word: 'healthPartly', kind: 'warning' },
  off: { word: 'healthOff', kind: 'danger' },
  waits: { word: 'healthWaits', kind: 'neutral' },
  absent: { word: 'healthAbsent', kind: 'neutral' },
  spare: { word: 'healthSpare', kind: 'neutral' },
};

/** How well the tools hold on to the sites' pages, and what is off where they do not. */
export function Health({ state, now, facts, actions }: HealthProps): VNode {
  const book = state.health ?? {};
  const pages = Object.entries(book).toSorted(([, one], [, other]) => other.at - one.at);
  return (
    <Page
      title={text('healthTitle')}
      lead={text('healthLead')}
      actions={
        pages.length > 0 && (
          <CopyButton
            label={text('healthCopy')}
            words={() => reportOf(book, facts.version, facts.browser)}
            copy={actions.copy}
          />
        )
      }
    >
      {state.health && pages.length === 0 && (
        <EmptyState icon="pulse" title={text('healthNone')} text={text('healthNoneHint')} />
      )}
      {pages.map(([kind, record]) => (
        <PageHealth key={kind} kind={kind} record={record} now={now} />
      ))}
    </Page>
  );
}

function PageHealth({
  kind,
  record,
  now,
}: {
  readonly kind: string;
  readonly record: HealthRecord;
  readonly now: number;
}): VNode {
  const name = pageNames[kind];
  const title = name ? text(name) : kind;
  const site = siteOf(kind);
  const off = lossesOf(site, lastSeenAs(record));
  return (
    <Card title={title}>
      {off.length > 0 && (
        <Banner kind="warning" title={text('healthLost')}>
          {off.map((loss) => text(loss)).join(' · ')}
        </Banner>
      )}
      <dl class="ss-facts">
        {readersOf(site, record).map((reader) => (
          <Reader key={reader.name} reader={reader} now={now} />
        ))}
      </dl>
      <div class="ss-table-frame" tabIndex={0} role="group" aria-label={`${text('healthAnchors')}: ${title}`}>
        <table class="ss-table">
          <thead>
            <tr>
              <th scope="col">{text('healthAnchor')}</th>
              <th scope="col">{text('healthHolds')}</th>
              <th scope="col">{text('healthSince')}</th>
              <th scope="col">{text('healthLastSeen')}</th>
              <th scope="col">{text('healthWithout')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(site.anchors).map(([anchor, { selectors, lastSeen, loss }]) => {
              const { is, since } = record.anchors[anchor] ?? { is: -1, since: record.at };
              const selector = selectors[is];
              const isMissed = selector === undefined && off.includes(loss);
              return (
                <tr key={anchor}>
                  <th scope="row" class="ss-anchor-name">
                    {anchor}
                  </th>
                  <td>
                    {selector !== undefined ? (
                      <code>{selector}</code>
                    ) : isMissed ? (
                      <Badge kind="danger">{text('healthOff')}</Badge>
                    ) : (
                      text('healthNotHere')
                    )}
                  </td>
                  <td>
                    <RelativeTime at={since} now={now} />
                  </td>
                  <td>{lastSeen}</td>
                  <td>{text(loss)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Reader({ reader, now }: { readonly reader: ReaderHealth; readonly now: number }): VNode {
  const { word, kind } = states[reader.state];
  return (
    <>
      <dt>{text(readerNames[reader.name])}</dt>
      <dd>
        <Badge kind={kind}>{text(word)}</Badge>{' '}
        {reader.since !== undefined && <RelativeTime at={reader.since} now={now} />}
      </dd>
    </>
  );
}
