import { parseHTML } from 'linkedom';
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Panel } from '../../components/in-page/people/Panel.tsx';
import type { Spot } from '../../components/in-page/people/spot.ts';
import { createRoot } from '../../components/in-page/root.ts';

const { document, Event, HTMLElement } = parseHTML('<html><body><main></main></body></html>');

/** linkedom knows no handlers of these by name, by which Preact tells how they are called. */
const handled = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'keyup', 'click'];

/** A window of a notebook. linkedom lays nothing out: the panel is as large as we say. */
const size = { width: 900, height: 720 };
const panelSize = { width: 440, height: 680 };

beforeEach(() => {
  for (const type of handled) Object.assign(HTMLElement.prototype, { [`on${type}`]: null });
  Object.assign(HTMLElement.prototype, {
    getBoundingClientRect: () => panelSize,
    setPointerCapture: () => undefined,
  });
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', { innerWidth: size.width, innerHeight: size.height });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** What Preact puts off is done. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function open(spot: Spot) {
  const stage = document.createElement('div');
  const moved = vi.fn();
  const props = { title: 'Panel', spot, called: 0, onMoved: moved, onClose: () => undefined, children: null };
  render(h(Panel, props), stage);
  const one = (selector: string): Element => {
    const found = stage.querySelector(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    moved,
    style: () => one('section').getAttribute('style') ?? '',
    on: async (selector: string, type: string, more: object = {}): Promise<void> => {
      one(selector).dispatchEvent(Object.assign(new Event(type, { cancelable: true }), more));
      await settled();
    },
  };
}

describe('a panel that is moved', () => {
  it('opens in sight, wherever it stood in a larger window', async () => {
    const { style } = open({ x: 1_800, y: 70 });
    await settled();
    expect(style()).toMatch(/left:\s*460px;\s*top:\s*40px/);
  });

  it('says where it is once it is let go of, and not on the way', async () => {
    const { moved, on } = open({ x: 100, y: 20 });
    await on('header', 'pointerdown', { button: 0, clientX: 110, clientY: 30, pointerId: 1 });
    for (let x = 120; x <= 160; x += 10) await on('header', 'pointermove', { clientX: x, clientY: 30 });
    expect(moved).not.toHaveBeenCalled();
    await on('header', 'pointerup');
    expect(moved.mock.calls).toEqual([[{ x: 150, y: 20 }]]);
    await on('header', 'pointerdown', { button: 0, clientX: 160, clientY: 30, pointerId: 1 });
    await on('header', 'pointerup');
    expect(moved).toHaveBeenCalledTimes(1);
  });

  it('says so once after a key that was held', async () => {
    const { moved, on } = open({ x: 100, y: 20 });
    for (let times = 0; times < 3; times += 1) await on('header button', 'keydown', { key: 'ArrowRight' });
    expect(moved).not.toHaveBeenCalled();
    await on('header', 'keyup', { key: 'ArrowRight' });
    expect(moved.mock.calls).toEqual([[{ x: 160, y: 20 }]]);
  });
});

describe('a place of ours in the page', () => {
  it('does not come back with the full screen after it was taken out', () => {
    const body = document.body;
    const main = document.querySelector('main') as unknown as HTMLElement;
    const at = { fullscreenElement: null as HTMLElement | null };
    // linkedom's own listeners know no signal.
    const events = new EventTarget();
    const page = new Proxy(document, {
      get: (target, name) => {
        if (name === 'fullscreenElement') return at.fullscreenElement;
        if (name === 'addEventListener') return events.addEventListener.bind(events);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
    const fill = (element: HTMLElement | null): void => {
      at.fullscreenElement = element;
      events.dispatchEvent(new globalThis.Event('fullscreenchange'));
    };
    const root = createRoot(page, 'sidestage-manage', '');
    root.show();
    fill(main);
    expect(root.host.parentNode).toBe(main);
    root.hide();
    fill(null);
    expect(root.host.isConnected).toBe(false);
    root.show();
    expect(root.host.parentNode).toBe(body);
    fill(main);
    expect(root.host.parentNode).toBe(main);
  });
});
