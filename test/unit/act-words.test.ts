import { describe, expect, it } from 'vitest';

import { deedText, failedText } from '../../components/in-page/words.ts';
import type { Failure } from '../../lib/failure.ts';
import type { Act } from '../../lib/pages/acts.ts';

const failed = (failure: Failure): Act => ({
  id: '1',
  message: {
    channel: { platform: 'twitch', login: 'mainstage' },
    author: { login: 'mothlamp', name: 'Mothlamp' },
    text: '',
    deleted: false,
  },
  what: { kind: 'timeout', seconds: 600 },
  then: [],
  state: { status: 'failed', failure },
});

describe('the words for an act that failed', () => {
  it.each<Failure>([{ code: 'outcome-unknown' }, { code: 'unreachable', reloaded: false }])(
    'do not claim that nothing happened where nobody knows: $code',
    (failure) => expect(failedText(failed(failure))).toBe('saidUnsure'),
  );

  it('name what failed, also where that is the undoing', () => {
    const act = failed({ code: 'offline' });
    expect(deedText(act)).toBe('lineTimeout');
    const entry = { id: '1', action: {}, by: {}, at: 1 } as never;
    expect(deedText({ ...act, state: { status: 'failed', failure: { code: 'offline' }, entry } })).toBe(
      'undo',
    );
  });

  it('say that nothing happened where that is certain', () => {
    expect(failedText(failed({ code: 'offline' }))).toBe('saidTimeoutFailed');
  });
});
