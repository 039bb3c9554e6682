import type { KeyInput, Page } from 'puppeteer';

import type { Button, Hand } from '../surface.ts';

/** Keys that are editing commands, which DevTools input has to name itself. */
const editing: Readonly<Record<string, string>> = { 'Control+a': 'SelectAll', 'Control+v': 'Paste' };

/** The user's hand on a page, through the DevTools protocol. */
export function handOn(page: Page): Hand {
  const { mouse, keyboard } = page;
  return {
    raise: () => page.bringToFront(),
    move: (x, y) => mouse.move(x, y),
    down: (button: Button = 'left') => mouse.down({ button }),
    // A click may close what it was made in: a link in the popup opens a tab, and the popup is gone.
    up: (button: Button = 'left') => mouse.up({ button }).catch(unlessClosed),
    wheel: (deltaY) => mouse.wheel({ deltaY }),
    hold: (key) => keyboard.down(key as KeyInput),
    release: (key) => keyboard.up(key as KeyInput),
    async press(keys) {
      const held = keys.split('+');
      const key = held.pop() ?? '';
      for (const modifier of held) await keyboard.down(modifier as KeyInput);
      const command = editing[keys];
      await keyboard.press(key as KeyInput, command === undefined ? {} : { commands: [command] });
      for (const modifier of held.reverse()) await keyboard.up(modifier as KeyInput);
    },
    type: (text) => keyboard.type(text),
  };
}

function unlessClosed(error: unknown): void {
  if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
}
