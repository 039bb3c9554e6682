import type { Frame, Page, Realm } from 'puppeteer';

import { matchesAddress } from '../address.ts';
import { until } from '../deadline.ts';
import { savePicture } from '../pictures.ts';
import { program, resultOf } from '../script.ts';
import type { Pane, Surface, Tab } from '../session.ts';
import { Part } from '../surface.ts';
import type { Hand, World } from '../surface.ts';
import { handOn } from './hand.ts';

/** The main world of a page or a frame, searched from its document. */
function mainWorld(page: Page | Frame): World {
  return {
    run: async (body, args, when) => resultOf(await page.evaluate(program(body, '[document]', args, when))),
  };
}

/**
 * The content script's own world, searched from the closed shadow roots in the page. Only there does the browser open
 * closed roots. Only custom elements are looked at: those that we put into pages are such.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/dom
 */
function isolatedWorld(page: Page | Frame, extensionId: string): World {
  const closedRoots = `[...document.querySelectorAll('*')]
    .filter((element) => element.localName.includes('-') && !element.shadowRoot)
    .map((element) => chrome.dom.openOrClosedShadowRoot(element))
    .filter((root) => root !== null)`;
  return {
    run: async (body, args, when) => {
      const realm = await ownRealm(page, extensionId);
      if (!realm) throw new Error('The content script does not run in this page');
      return resultOf(await realm.evaluate(program(body, closedRoots, args, when)));
    },
  };
}

async function ownRealm(page: Page | Frame, extensionId: string): Promise<Realm | undefined> {
  for (const realm of page.extensionRealms()) {
    if ((await realm.extension())?.id === extensionId) return realm;
  }
  return undefined;
}

/** `hand`, for coordinates from the corner that `corner` gives. */
const within = (hand: Hand, corner: () => Promise<{ readonly x: number; readonly y: number }>): Hand => ({
  ...hand,
  async move(x, y) {
    const from = await corner();
    await hand.move(from.x + x, from.y + y);
  },
});

/** A document in Chromium, with hands on it. */
export class ChromiumSurface extends Part implements Surface {
  readonly #page: Page;
  readonly #pictures: string;

  constructor(page: Page, pictures: string) {
    super(mainWorld(page), handOn(page));
    this.#page = page;
    this.#pictures = pictures;
  }

  url(): Promise<string | undefined> {
    return Promise.resolve(this.#page.isClosed() ? undefined : this.#page.url());
  }

  isOpen(): Promise<boolean> {
    return Promise.resolve(!this.#page.isClosed());
  }

  async screenshot(name: string): Promise<string> {
    return savePicture(this.#pictures, name, await this.#page.screenshot());
  }

  async close(): Promise<void> {
    if (!this.#page.isClosed()) await this.#page.close();
  }
}

/** A tab in Chromium. */
export class ChromiumTab implements Tab {
  readonly page: Surface;
  readonly ours: Part;
  /** Puppeteer's page, for what only Chromium can (CDP, tracing, heap). */
  readonly puppeteer: Page;
  readonly #extensionId: string;

  constructor(page: Page, extensionId: string, pictures: string) {
    this.puppeteer = page;
    this.#extensionId = extensionId;
    this.page = new ChromiumSurface(page, pictures);
    this.ours = new Part(isolatedWorld(page, extensionId), this.page.hand);
  }

  async frameAt(address: string | RegExp): Promise<Pane> {
    const frame = await until('the frame', () =>
      Promise.resolve(this.puppeteer.frames().find((each) => matchesAddress(address, each.url()))),
    );
    const hand = within(this.page.hand, async () => {
      const element = await frame.frameElement();
      return (await element?.boundingBox()) ?? { x: 0, y: 0 };
    });
    return {
      page: new Part(mainWorld(frame), hand),
      ours: new Part(isolatedWorld(frame, this.#extensionId), hand),
    };
  }

  async goto(url: string): Promise<void> {
    await this.puppeteer.goto(url, { waitUntil: 'domcontentloaded' });
  }

  async reload(): Promise<void> {
    await this.puppeteer.reload({ waitUntil: 'domcontentloaded' });
  }

  activate(): Promise<void> {
    return this.puppeteer.bringToFront();
  }

  url(): Promise<string | undefined> {
    return this.page.url();
  }

  screenshot(name: string): Promise<string> {
    return this.page.screenshot(name);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
