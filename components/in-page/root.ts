/**
 * A place of ours in somebody else's page: a closed shadow root into which the page cannot look, and out of which no key
 * and no press gets to the page's own hotkeys.
 */
import { render, type ComponentChild } from 'preact';

import { text } from '../../lib/text.ts';
import type { tags } from './leftovers.ts';

/** One such place. */
export interface Root {
  /** The element that stands in the page. */
  readonly host: HTMLElement;
  /** What is inside. */
  readonly shadow: ShadowRoot;
  readonly draw: (content: ComponentChild) => void;
  /** Puts it over the page, and over whatever fills the screen; until `hide` or `remove`. */
  readonly show: () => void;
  /** Takes it out of the page, until `show`. */
  readonly hide: () => void;
  /** `undefined` follows the browser. */
  readonly theme: (theme: 'dark' | 'light' | undefined) => void;
  /** Takes it out of the page, for good. */
  readonly remove: () => void;
}

/** Input that ends here. Movement and focus go on: the page may need them, and they trigger nothing. */
const kept = [
  ...['keydown', 'keyup', 'keypress', 'click', 'auxclick', 'dblclick', 'contextmenu'],
  ...['mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
];

const place = Symbol.for('sidestage.insides');
const here = globalThis as unknown as Record<symbol, WeakMap<Element, ShadowRoot> | undefined>;

/** Element → what is inside, whichever of our scripts made it: a key that is typed in there must not mean a line. The page has a world of its own, and cannot ask this. */
const insides = here[place] ?? new WeakMap<Element, ShadowRoot>();
here[place] = insides;

/** What has the focus inside the root of which `host` is the element. */
export const focusedIn = (host: Element): Element | null | undefined => insides.get(host)?.activeElement;

/** Makes a root that is not in the page yet. `tag` is the name of its element. */
export function createRoot(document: Document, tag: (typeof tags)[number], styles: string): Root {
  const host = document.createElement(tag);
  // The page’s language decides how words break, unless we say that ours is another.
  host.lang = text('languageTag');
  const shadow = host.attachShadow({ mode: 'closed' });
  insides.set(host, shadow);
  const style = document.createElement('style');
  style.textContent = styles;
  const stage = document.createElement('div');
  // In Firefox, `:lang()` does not look from here to the host.
  stage.lang = host.lang;
  shadow.append(style, stage);

  let end: AbortController | undefined;
  const settle = (): void => {
    const holder = holderIn(document);
    if (host.parentNode === holder) return;
    // Moved like this, what is open in it stays open, and the keyboard stays where it is: on the page, a key would mean a line.
    if (host.isConnected && typeof holder.moveBefore === 'function') holder.moveBefore(host, null);
    else holder.append(host);
  };

  const hide = (): void => {
    end?.abort();
    end = undefined;
    host.remove();
  };

  for (const type of kept) {
    shadow.addEventListener(type, refuseFakes, { capture: true });
    shadow.addEventListener(type, (event) => event.stopPropagation());
  }
  return {
    host,
    shadow,
    draw: (content) => render(content, stage),
    show: () => {
      if (!end) {
        end = new AbortController();
        document.addEventListener('fullscreenchange', settle, { signal: end.signal });
      }
      settle();
    },
    theme: (theme) => {
      if (theme) host.dataset['theme'] = theme;
      else delete host.dataset['theme'];
    },
    hide,
    remove: () => {
      hide();
      render(null, stage);
    },
  };
}

/** What stands beside an element that fills the screen is not seen. Into these nothing can be put. */
const closedElements = 'video, audio, iframe, canvas, img, object, embed';

function holderIn({ body, documentElement, fullscreenElement }: Document): Element {
  const isOpen = fullscreenElement !== null && !fullscreenElement.matches(closedElements);
  return isOpen && fullscreenElement !== documentElement ? fullscreenElement : body;
}

/** Nobody but the user presses our buttons. */
function refuseFakes(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
