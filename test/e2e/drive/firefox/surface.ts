import { matchesAddress } from '../address.ts';
import { until } from '../deadline.ts';
import { savePicture } from '../pictures.ts';
import { atFrame, program, resultOf } from '../script.ts';
import type { Pane, Surface, Tab } from '../session.ts';
import { Part } from '../surface.ts';
import type { Json, When, World } from '../surface.ts';
import type { Bidi, Handle, RemoteValue } from './bidi.ts';
import { handOn } from './hand.ts';
import type { Privileged } from './privileged.ts';

/** The main world of a context, searched from its document. */
function mainWorld(bidi: Bidi, context: string): World {
  return {
    run: async (body, args, when) =>
      resultOf((await bidi.call(context, `() => ${program(body, '[document]', args, when)}`)).value),
  };
}

interface ElementValue {
  readonly shadowRoot?: { readonly sharedId: string; readonly value: { readonly mode: string } } | null;
}

/**
 * The page's world, searched from the closed shadow roots in it. WebDriver hands out references to them; they cannot
 * be had in any other way. Only custom elements are looked at: those that we put into pages are such.
 *
 * To have so many handed out takes long where a chat is full, so each is asked for once: they are kept in a map that is the
 * document's, and that nobody in it can reach.
 */
function closedWorld(bidi: Bidi, context: string): World {
  const shallow = { includeShadowTree: 'all', maxDomDepth: 0 };
  let map: Handle | undefined;

  const search = async (
    known: Handle,
    body: string,
    args: readonly Json[],
    when: When = 'now',
  ): Promise<unknown> => {
    const { type, value } = await bidi.call(
      context,
      `async (known) => {
        ${when === 'at a frame' ? atFrame : ''}
        ${hosts}
        const strangers = hosts.filter((host) => !known.has(host));
        return strangers.length > 0 ? strangers : ${program(body, rootsOf, args)};
      }`,
      [known],
      shallow,
    );
    if (type !== 'array') return resultOf(value);
    const met = (value as readonly RemoteValue[]).flatMap(({ sharedId, value }) => {
      const root = (value as ElementValue).shadowRoot;
      return root ? [{ sharedId }, { sharedId: root.sharedId }] : [];
    });
    const learned = await bidi.call(
      context,
      `(known, ...met) => {
        for (let at = 0; at < met.length; at += 2) known.set(met[at], met[at + 1]);
        ${hosts}
        return ${program(body, rootsOf, args)};
      }`,
      [known, ...met],
    );
    return resultOf(learned.value);
  };

  return {
    run: async (body, args, when) => {
      for (;;) {
        const known = map ?? (await bidi.keep(context, '() => new WeakMap()'));
        map = known;
        try {
          return await search(known, body, args, when);
        } catch (error) {
          // Another document stands there now.
          if (!(error instanceof Error && error.message.includes('no such handle'))) throw error;
          map = undefined;
        }
      }
    },
  };
}

const hosts =
  "const hosts = [...document.querySelectorAll('*')].filter((e) => e.localName.includes('-') && !e.shadowRoot);";
const rootsOf = 'hosts.flatMap((host) => known.get(host) ?? [])';

/** Brings a tab to the front, and the keyboard to it. */
async function raise(bidi: Bidi, privileged: Privileged, context: string): Promise<void> {
  await bidi.send('browsingContext.activate', { context });
  await until('the tab to be in front', async () => {
    const { value } = await bidi.call(context, "() => document.visibilityState === 'visible'");
    return value === true ? true : undefined;
  });
  await privileged.focusPage();
}

/** How a surface is closed and where its pictures go. */
export interface Frame {
  readonly pictures: string;
  /** Default: its tab is closed. */
  readonly close?: () => Promise<void>;
}

/** A document in Firefox, with hands on it. */
export class FirefoxSurface extends Part implements Surface {
  readonly #bidi: Bidi;
  readonly #context: string;
  readonly #frame: Frame;

  constructor(bidi: Bidi, privileged: Privileged, context: string, frame: Frame) {
    super(
      mainWorld(bidi, context),
      handOn(bidi, context, () => raise(bidi, privileged, context)),
    );
    this.#bidi = bidi;
    this.#context = context;
    this.#frame = frame;
  }

  async url(): Promise<string | undefined> {
    return this.evaluate(() => location.href).catch(() => undefined);
  }

  async isOpen(): Promise<boolean> {
    return (await this.url()) !== undefined;
  }

  async screenshot(name: string): Promise<string> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.#context,
    });
    return savePicture(this.#frame.pictures, name, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    if (this.#frame.close) await this.#frame.close();
    else if (await this.isOpen()) await this.#bidi.send('browsingContext.close', { context: this.#context });
  }
}

/** A tab in Firefox. */
export class FirefoxTab implements Tab {
  readonly page: Surface;
  readonly ours: Part;
  readonly #bidi: Bidi;
  readonly #privileged: Privileged;
  readonly #context: string;

  constructor(bidi: Bidi, privileged: Privileged, context: string, pictures: string) {
    this.#bidi = bidi;
    this.#privileged = privileged;
    this.#context = context;
    this.page = new FirefoxSurface(bidi, privileged, context, { pictures });
    this.ours = new Part(closedWorld(bidi, context), this.page.hand);
  }

  async frameAt(address: string | RegExp): Promise<Pane> {
    const { context } = await until('the frame', async () =>
      (await this.#bidi.frames(this.#context)).find(({ url }) => matchesAddress(address, url)),
    );
    const hand = handOn(this.#bidi, context, () => this.activate());
    return {
      page: new Part(mainWorld(this.#bidi, context), hand),
      ours: new Part(closedWorld(this.#bidi, context), hand),
    };
  }

  async goto(url: string): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', { context: this.#context, url, wait: 'interactive' });
    await this.#privileged.focusPage();
  }

  async reload(): Promise<void> {
    await this.#bidi.send('browsingContext.reload', { context: this.#context, wait: 'interactive' });
  }

  activate(): Promise<void> {
    return raise(this.#bidi, this.#privileged, this.#context);
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
