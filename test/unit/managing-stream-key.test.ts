import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { keyStays } from '../../lib/managing/managing.ts';
import { holdNext } from './hold.ts';
import { failure, open } from './managing-parts.ts';

describe('the stream key', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is read by a press alone, and forgotten after a while', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.turnTo('settings');
    expect(parts.readKey).not.toHaveBeenCalled();
    await manage.readKey();
    expect(shown().key).toEqual({ stage: 'here', key: 'secret', url: 'rtmp://x' });
    vi.advanceTimersByTime(keyStays - 1);
    expect(shown().key.stage).toBe('here');
    vi.advanceTimersByTime(1);
    expect(shown().key).toEqual({ stage: 'away' });
  });

  it('goes at once where it is not wanted any more', async () => {
    const { manage, shown } = open();
    await manage.look();
    await manage.readKey();
    manage.forgetKey();
    expect(shown().key).toEqual({ stage: 'away' });
    for (const leave of [() => manage.turnTo('words'), () => manage.choose('c2')]) {
      await manage.readKey();
      expect(shown().key.stage).toBe('here');
      await leave();
      expect(shown().key).toEqual({ stage: 'away' });
    }
  });

  it('that comes when the user has turned away is thrown away', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    const late = holdNext(parts.readKey);
    const reading = manage.readKey();
    await manage.turnTo('words');
    await manage.turnTo('restrictions');
    late({ key: 'secret' });
    await reading;
    expect(shown().key).toEqual({ stage: 'away' });
  });

  it('says why it cannot be read', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.readKey.mockRejectedValueOnce(failure({ code: 'chzzk-no-role' }));
    await manage.readKey();
    expect(shown().key).toEqual({ stage: 'failed', failure: { code: 'chzzk-no-role' } });
  });
});
