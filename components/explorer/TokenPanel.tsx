import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import type { PastedKind } from '../../lib/explorer/endpoint-card.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Choice } from '../Choice.tsx';
import { Field } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { Card } from '../Section.tsx';
import { TextInput } from '../TextInput.tsx';
import type { ExplorerProps } from './Explorer.tsx';
import { tokenText } from './Needs.tsx';
import { useId } from '../use-id.ts';

/** Tokens that Sidestage cannot get by itself, handed over for this session. */
export function TokenPanel({ state, actions }: ExplorerProps): VNode {
  const [kind, setKind] = useState<PastedKind>('app');
  const [clientId, setClientId] = useState('');
  const [error, setError] = useState<'token' | 'client' | undefined>();
  const tokenRef = useRef<HTMLInputElement>(null);
  const headingId = useId();

  /** The token stays in its field only until it is handed over: it is never part of what is drawn. */
  const hand = (): void => {
    const input = tokenRef.current;
    const accessToken = input?.value.trim().replace(/^(?:OAuth|Bearer)\s+/i, '') ?? '';
    const problem = accessToken === '' ? 'token' : clientId.trim() === '' ? 'client' : undefined;
    setError(problem);
    if (problem !== undefined || !input) return;
    void actions.keepToken({ kind, accessToken, clientId: clientId.trim() }).then((kept) => {
      if (kept) input.value = '';
    });
  };

  return (
    <Card title={text('tokens')} text={text('tokensLead')}>
      {state.pasted.length > 0 && (
        <ul class="ss-tokens" aria-label={text('tokens')}>
          {state.pasted.map((token) => (
            <li key={token.kind}>
              <Icon name="key" />
              <strong>{tokenText(token.kind)}</strong>
              <code class="ss-cut">{token.clientId}</code>
              <Button
                size="small"
                aria-label={`${text('tokenForget')}: ${tokenText(token.kind)}`}
                onClick={() => actions.forgetToken(token.kind)}
              >
                {text('tokenForget')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="ss-token-form"
        noValidate
        aria-labelledby={headingId}
        onSubmit={(event) => {
          event.preventDefault();
          hand();
        }}
      >
        <h3 id={headingId} class="ss-aloud">
          {text('tokenAdd')}
        </h3>
        <Choice<PastedKind>
          label={text('tokenKind')}
          options={[
            { value: 'app', label: tokenText('app') },
            { value: 'extension-jwt', label: tokenText('extension-jwt') },
          ]}
          value={kind}
          onChange={setKind}
        />
        <Field
          label={text('tokenValue')}
          hint={text('tokenValueHint')}
          error={error === 'token' ? text('limitRequired') : undefined}
        >
          {(ids) => (
            <div class="ss-input">
              <Icon name="key" />
              <input {...ids} ref={tokenRef} type="password" autocomplete="off" spellcheck={false} />
            </div>
          )}
        </Field>
        <TextInput
          label={kind === 'app' ? text('twitchClientId') : text('tokenExtensionId')}
          error={error === 'client' ? text('limitRequired') : undefined}
          spellcheck={false}
          value={clientId}
          onChange={setClientId}
        />
        <div>
          <Button type="submit">{text('tokenHandOver')}</Button>
        </div>
      </form>
    </Card>
  );
}
