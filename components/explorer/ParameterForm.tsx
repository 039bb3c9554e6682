import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { memberOf } from '../../lib/explorer/draft.ts';
import { topOf } from '../../lib/explorer/explorer.ts';
import { limitText } from '../../lib/explorer/limit-text.ts';
import { text } from '../../lib/text.ts';
import { Banner } from '../Banner.tsx';
import { Control } from './Control.tsx';
import type { EndpointPageProps } from './EndpointPage.tsx';

/** The form of an endpoint: every parameter, the required ones first. */
export function ParameterForm({ open, actions }: EndpointPageProps): VNode {
  const { form, drafts, problem } = open;
  const fieldsRef = useRef<HTMLDivElement>(null);
  const isKnown = problem === undefined || form.parameters.some(({ name }) => name === topOf(problem.field));

  useEffect(() => {
    if (problem) fieldsRef.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);

  if (form.parameters.length === 0) return <p class="ss-quiet">{text('apiNoParameters')}</p>;
  return (
    <div ref={fieldsRef} class="ss-parameters">
      {problem && !isKnown && (
        <div class="ss-note">
          <Banner kind="error" title={`${problem.field}:`}>
            {limitText(problem.limit)}
          </Banner>
        </div>
      )}
      {form.parameters.map((parameter) => (
        <Control
          key={parameter.name}
          field={parameter}
          path={parameter.name}
          place={parameter.place}
          draft={memberOf(drafts, parameter.name)}
          problem={problem}
          onChange={(draft) => actions.type(parameter.name, draft)}
        />
      ))}
    </div>
  );
}
