import { webdriverKey } from '../keys.ts';
import type { Button, Hand } from '../surface.ts';
import type { Bidi } from './bidi.ts';

const buttons: Readonly<Record<Button, number>> = { left: 0, middle: 1, right: 2 };

/** The user's hand on a context, through WebDriver BiDi. `raise` brings the tab to the front that it is in. */
export function handOn(bidi: Bidi, context: string, raise: () => Promise<void>): Hand {
  let at = { x: 0, y: 0 };
  const perform = async (source: object): Promise<void> => {
    await bidi.send('input.performActions', { context, actions: [source] });
  };
  const mouse = (...actions: readonly object[]): Promise<void> =>
    perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const keyboard = (...actions: readonly object[]): Promise<void> =>
    perform({ type: 'key', id: 'keyboard', actions });
  const down = (key: string): object => ({ type: 'keyDown', value: webdriverKey(key) });
  const up = (key: string): object => ({ type: 'keyUp', value: webdriverKey(key) });

  return {
    raise,
    async move(x, y) {
      at = { x: Math.round(x), y: Math.round(y) };
      await mouse({ type: 'pointerMove', ...at });
    },
    down: (button = 'left') => mouse({ type: 'pointerDown', button: buttons[button] }),
    up: (button = 'left') => mouse({ type: 'pointerUp', button: buttons[button] }),
    wheel: (deltaY) =>
      perform({ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', ...at, deltaX: 0, deltaY }] }),
    hold: (key) => keyboard(down(key)),
    release: (key) => keyboard(up(key)),
    press(keys) {
      const held = keys.split('+');
      return keyboard(...held.map(down), ...held.reverse().map(up));
    },
    type: (text) => keyboard(...Array.from(text, (key) => [down(key), up(key)]).flat()),
  };
}
