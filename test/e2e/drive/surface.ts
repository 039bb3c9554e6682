import { patienceMs, until } from './deadline.ts';
import type { Pattern, Step, Tools } from './inpage.ts';

/** What crosses into a page. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** At once, or at the page's next animation frame: whoever waits for something looks then, and goes there but once. */
export type When = 'now' | 'at a frame';

/** One JavaScript world of one document, and the part of the document that is searched from it. */
export interface World {
  /**
   * Runs a function there, given as text, with {@link Tools}, the roots of the part and `args`.
   * Arguments and result travel as JSON.
   */
  run(body: string, args: readonly Json[], when?: When): Promise<unknown>;
}

/** Which button of the mouse. */
export type Button = 'left' | 'middle' | 'right';

/** The user's hand: input that the browser itself makes, so that pages see it as trusted. Coordinates in CSS pixels. */
export interface Hand {
  /** Brings the tab that it is on to the front, as everybody does before they press something there. */
  raise(): Promise<void>;
  move(x: number, y: number): Promise<void>;
  down(button?: Button): Promise<void>;
  up(button?: Button): Promise<void>;
  wheel(dy: number): Promise<void>;
  /** Holds a modifier key: `Control`, `Shift`, `Alt` or `Meta`. */
  hold(key: string): Promise<void>;
  release(key: string): Promise<void>;
  /** Presses and lets go of one key, by its DOM name, with modifiers before it: `Enter`, `Shift+Tab`, `Control+k`. */
  press(key: string): Promise<void>;
  /** Types a text key by key. */
  type(text: string): Promise<void>;
}

/** A place in the viewport, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How to click. */
export interface ClickOptions {
  readonly button?: Button;
  /** A modifier that is held meanwhile. */
  readonly hold?: 'Control' | 'Shift' | 'Alt' | 'Meta';
}

type Visit<A extends readonly Json[], T> = (found: Element[], tools: Tools, ...args: A) => T | Promise<T>;

const pattern = (value: string | RegExp): Pattern =>
  typeof value === 'string' ? { text: value } : { source: value.source, flags: value.flags };

const say = (step: Step): string => {
  const show = (shown: Pattern): string =>
    'text' in shown ? `"${shown.text}"` : `/${shown.source}/${shown.flags}`;
  switch (step.by) {
    case 'role':
      return step.role + (step.name ? ` ${show(step.name)}` : '');
    case 'css':
      return step.css;
    case 'text':
      return `text ${show(step.text)}`;
    case 'nth':
      return `no. ${step.index + 1}`;
  }
};

/** Where elements can be looked for: a document, our shadow roots in a page, or inside an element. */
abstract class Scope {
  readonly hand: Hand;
  protected readonly world: World;

  constructor(world: World, hand: Hand) {
    this.world = world;
    this.hand = hand;
  }

  /** What has an ARIA role and, if given, this accessible name (exactly, or by a regular expression). */
  byRole(role: string, name?: string | RegExp): Locator {
    return this.within({ by: 'role', role, ...(name === undefined ? {} : { name: pattern(name) }) });
  }

  /** The innermost elements with this text. */
  byText(text: string | RegExp): Locator {
    return this.within({ by: 'text', text: pattern(text) });
  }

  /** What a CSS selector finds; for pages that have no good names. */
  css(selector: string): Locator {
    return this.within({ by: 'css', css: selector });
  }

  protected abstract within(step: Step): Locator;
}

/** A document, or our shadow roots in one. */
export class Part extends Scope {
  protected override within(step: Step): Locator {
    return new Locator(this.world, this.hand, [step]);
  }

  /** Runs `body` in this part's JavaScript world. Only its text travels: it may use nothing from outside itself. */
  async evaluate<A extends readonly Json[], T>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.#evaluate(body, args);
  }

  /** Asks `body` at every frame until it gives something truthy, and returns that. */
  async waitUntil<A extends readonly Json[], T>(
    what: string,
    body: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return until(what, async () => (await this.#evaluate(body, args, 'at a frame')) || undefined);
  }

  async #evaluate<A extends readonly Json[], T>(
    body: (...args: A) => T | Promise<T>,
    args: A,
    when?: When,
  ): Promise<T> {
    return (await this.world.run(`(tools, roots, ...args) => (${String(body)})(...args)`, args, when)) as T;
  }
}

/** A way to an element, walked anew at every use: what it finds need not exist yet. */
export class Locator extends Scope {
  readonly #steps: readonly Step[];

  constructor(world: World, hand: Hand, steps: readonly Step[]) {
    super(world, hand);
    this.#steps = steps;
  }

  protected override within(step: Step): Locator {
    return new Locator(this.world, this.hand, [...this.#steps, step]);
  }

  /** The one at `index`, counted from 0. */
  nth(index: number): Locator {
    return this.within({ by: 'nth', index });
  }

  /** The way in words. */
  override toString(): string {
    return this.#steps.map(say).join(' > ');
  }

  /** How many there are now. */
  count(): Promise<number> {
    return this.#visit('now', (found) => found.length);
  }

  /** The accessible names of all that are there now. */
  names(): Promise<string[]> {
    return this.#visit('now', (found, tools) => found.map((element) => tools.name(element)));
  }

  /** The texts of all that are there now. */
  texts(): Promise<string[]> {
    return this.#texts('now');
  }

  /** Waits until there is one. */
  async appears(limitMs = patienceMs): Promise<this> {
    await this.#first(([element]) => element !== undefined || undefined, [], 'to appear', limitMs);
    return this;
  }

  /** Waits until the first one has the focus. */
  async takesFocus(): Promise<void> {
    await this.#first(
      ([element]) =>
        (element?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement === element && element
          ? true
          : undefined,
      [],
      'to have the focus',
    );
  }

  /** Waits until there is none. */
  async disappears(limitMs = patienceMs): Promise<void> {
    await this.#first((found) => found.length === 0 || undefined, [], 'to disappear', limitMs);
  }

  /** Waits until there is one with this text (exactly, or by a regular expression), and returns its text. */
  async says(text: string | RegExp, limitMs = patienceMs): Promise<string> {
    const heard: string[] = [];
    const wanted =
      typeof text === 'string' ? (said: string) => said === text : (said: string) => text.test(said);
    try {
      return await until(
        `${this.toString()} to say ${String(text)}`,
        async () => {
          const texts = await this.#texts('at a frame');
          const news = JSON.stringify(texts);
          if (heard.at(-1) !== news) heard.push(news);
          return texts.find(wanted);
        },
        limitMs,
      );
    } catch (error) {
      throw new Error(`${(error as Error).message}; it said ${heard.join(', then ')}`, { cause: error });
    }
  }

  /** The text of the first, once there is one. */
  text(): Promise<string> {
    return this.#first(([element], tools) => element && tools.text(element));
  }

  /** The accessible name of the first, once there is one. */
  name(): Promise<string> {
    return this.#first(([element], tools) => element && tools.name(element));
  }

  /** An attribute of the first, once there is one; `null` if it lacks the attribute. */
  attribute(name: string): Promise<string | null> {
    return this.evaluate((element, name) => element.getAttribute(name), name);
  }

  /** Whether a sighted user sees the first one now; `false` if there is none. */
  isVisible(): Promise<boolean> {
    return this.#visit('now', ([element], tools) => element !== undefined && tools.visible(element));
  }

  /** Whether the first one has the keyboard focus now. */
  isFocused(): Promise<boolean> {
    return this.#visit(
      'now',
      ([element]) =>
        (element?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement === element && !!element,
    );
  }

  /** Where the first one is, once there is one. */
  box(): Promise<Box> {
    return this.#first(([element]) => {
      if (!element) return undefined;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /** Runs `body` on the first one, once there is one; only the text of `body` travels. */
  async evaluate<A extends readonly Json[], T>(
    body: (element: Element, ...args: A) => T,
    ...args: A
  ): Promise<T> {
    const [value] = await until(
      this.toString(),
      () =>
        this.world.run(
          `async (tools, roots, steps, ...args) => {
          const [element] = tools.locate(roots, steps);
          return element && [await (${String(body)})(element, ...args)];
        }`,
          [this.#steps as unknown as Json, ...args],
        ) as Promise<[T] | undefined>,
    );
    return value;
  }

  /** Moves the mouse over the first one, once it can be reached there. */
  async hover(): Promise<void> {
    await this.#reach();
  }

  /** Clicks the first one with the mouse, once it stands still and nothing covers it. */
  async click({ button = 'left', hold }: ClickOptions = {}): Promise<void> {
    await this.#reach();
    if (hold) await this.hand.hold(hold);
    await this.hand.down(button);
    await this.hand.up(button);
    if (hold) await this.hand.release(hold);
  }

  /** Walks to the first one with the Tab key, as a keyboard user does. */
  async tabTo({ back = false, presses = 300 } = {}): Promise<void> {
    await this.appears();
    for (let pressed = 0; pressed < presses; pressed++) {
      if (await this.isFocused()) return;
      await this.hand.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${this.toString()} was not reached by ${presses} presses of Tab`);
  }

  /** Puts the focus on the first one by a click and types. A page that grew under the click is clicked again, as a user would. */
  async fill(text: string): Promise<void> {
    await until(`${this.toString()} to take the keyboard`, async () => {
      await this.click();
      return (await this.isFocused()) || undefined;
    });
    await this.hand.press('Control+a');
    await this.hand.type(text);
  }

  /**
   * Moves the mouse over the first one; what moved meanwhile is gone after, as a hand with eyes does. What stands in a tab
   * behind another one is brought to the front: there the browser keeps whoever presses waiting for seconds.
   */
  async #reach(): Promise<void> {
    let before: Box | undefined;
    let pointedAt: Box | undefined;
    await this.#until(`${this.toString()} to stand still, uncovered`, async () => {
      const box = await this.#visit('at a frame', ([element], tools) => {
        if (document.visibilityState === 'hidden') return 'behind';
        if (!element) return undefined;
        const reached = (): Box | undefined => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return width > 0 && tools.hit(element, x + width / 2, y + height / 2)
            ? { x, y, width, height }
            : undefined;
        };
        const there = reached();
        if (there) return there;
        // Only what cannot be pressed where it stands: a page that holds a line still would take that scroll back, and so on.
        element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        return reached();
      });
      if (box === 'behind') {
        await this.hand.raise();
        return undefined;
      }
      const isStill = box !== undefined && isSame(box, before);
      before = box;
      if (!isStill) return undefined;
      if (isSame(box, pointedAt)) return true;
      await this.hand.move(box.x + box.width / 2, box.y + box.height / 2);
      pointedAt = box;
      return undefined;
    });
  }

  #texts(when: When): Promise<string[]> {
    return this.#visit(when, (found, tools) => found.map((element) => tools.text(element)));
  }

  async #visit<A extends readonly Json[], T>(when: When, body: Visit<A, T>, ...args: A): Promise<T> {
    return (await this.world.run(
      `(tools, roots, steps, ...args) => (${String(body)})(tools.locate(roots, steps), tools, ...args)`,
      [this.#steps, ...args],
      when,
    )) as T;
  }

  #first<A extends readonly Json[], T>(
    body: Visit<A, T | undefined>,
    args: A = [] as unknown as A,
    wish = '',
    limitMs = patienceMs,
  ): Promise<T> {
    return this.#until(
      `${this.toString()} ${wish}`.trim(),
      async () => {
        return this.#visit('at a frame', body, ...args);
      },
      limitMs,
    );
  }

  /** As {@link until}, and what waited in vain tells what stood there instead. */
  async #until<T>(what: string, look: () => Promise<T | undefined>, limitMs = patienceMs): Promise<T> {
    try {
      return await until(what, look, limitMs);
    } catch (error) {
      const shown = await this.#shown().catch(() => 'nothing: it is closed');
      throw new Error(`${(error as Error).message}; there stood ${shown}`, { cause: error });
    }
  }

  async #shown(): Promise<string> {
    const text = (await this.world.run(
      `(tools, roots) => roots
        .flatMap((root) => [root.body ?? [...root.children].filter(({ localName }) => localName !== 'style')].flat())
        .map((element) => tools.text(element))
        .join(' | ')`,
      [],
    )) as string;
    return text.length > tellingLength ? `…${text.slice(-tellingLength)}` : text;
  }
}

const isSame = (one: Box, other: Box | undefined): boolean =>
  one.x === other?.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** As much of a screen's text as helps. */
const tellingLength = 2_000;
