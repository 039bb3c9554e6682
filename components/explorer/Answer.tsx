import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Outcome } from '../../lib/explorer/explorer.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { EmptyState } from '../States.tsx';
import { TabPanel, Tabs } from '../Tabs.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import type { EndpointPageProps } from './EndpointPage.tsx';

/** What came of the last call. */
export function Answer(props: EndpointPageProps): VNode {
  const { outcome } = props.open;
  return (
    <section class="ss-answer" aria-label={text('apiAnswer')} data-shown={outcome !== undefined || undefined}>
      <p class="ss-answer-line" role="status">
        {outcome && (
          <>
            <strong data-ok={outcome.ok}>{outcome.ok ? text('apiAnswered') : text('apiFailed')}</strong>
            <span>{text('apiTook', outcome.tookMs)}</span>
            {outcome.ok && outcome.pointsLeft !== undefined && (
              <span>{text('apiPointsLeft', outcome.pointsLeft)}</span>
            )}
          </>
        )}
      </p>
      {outcome?.ok === true && <Success {...props} outcome={outcome} />}
      {outcome?.ok === false && <Refusal {...props} outcome={outcome} />}
    </section>
  );
}

type View = 'table' | 'json';

function Success({
  open,
  actions,
  outcome,
}: EndpointPageProps & { outcome: Extract<Outcome, { ok: true }> }): VNode {
  const [view, setView] = useState<View>('table');
  const { raw, next } = outcome;
  if (raw === '')
    return <EmptyState icon="check" title={text('apiNoContent')} text={text('apiNoContentHint')} />;
  return (
    <>
      <div class="ss-answer-bar">
        <Tabs<View>
          name="answer"
          label={text('apiAnswer')}
          tabs={[
            { id: 'table', label: text('apiTable') },
            { id: 'json', label: outcome.view.text === undefined ? 'JSON' : text('apiText') },
          ]}
          selected={view}
          onSelect={setView}
        />
        <CopyButton label={text('copy')} words={() => raw} copy={actions.copy} />
      </div>
      <TabPanel name="answer" tab={view}>
        {view === 'table' && outcome.view.text === undefined ? (
          <AnswerTable key={raw} view={outcome.view} />
        ) : (
          <pre
            class="ss-json"
            tabIndex={0}
            role="region"
            aria-label={view === 'json' ? 'JSON' : text('apiText')}
          >
            {raw}
          </pre>
        )}
      </TabPanel>
      {next !== undefined && (
        <div class="ss-more">
          <Button iconAfter="chevron-right" busy={open.phase === 'sending'} onClick={actions.next}>
            {text('apiNextPage')}
          </Button>
        </div>
      )}
    </>
  );
}

function Refusal({
  state,
  actions,
  outcome: { failure },
}: EndpointPageProps & { outcome: Extract<Outcome, { ok: false }> }): VNode {
  const action =
    failure.code === 'missing-scope' ? (
      <Button
        size="small"
        icon="key"
        busy={state.signedIn?.signingIn === true}
        onClick={() => actions.grant(failure.scopes.slice(0, 1))}
      >
        {text('apiGrant')}
      </Button>
    ) : failure.code === 'signed-out' || failure.code === 'login-expired' ? (
      <Button size="small" busy={state.signedIn?.signingIn === true} onClick={actions.signIn}>
        {text('signInTwitch')}
      </Button>
    ) : failure.code === 'wrong-token-kind' && failure.needs !== 'user' ? (
      <Button size="small" icon="key" onClick={() => actions.goTo()}>
        {text('apiPasteFirst')}
      </Button>
    ) : undefined;
  return (
    <>
      <FailureNote failure={failure} action={action} />
      {failure.code === 'platform-refused' && (
        <p class="ss-quiet ss-answer-status">{text('apiStatus', String(failure.status))}</p>
      )}
    </>
  );
}
