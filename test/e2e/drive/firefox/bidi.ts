import type { Browser } from 'puppeteer';

/** A browsing context as WebDriver BiDi lists it. */
export interface Context {
  readonly context: string;
  readonly url: string;
}

/** The result of a script. */
type Evaluated =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** A value that stayed in the browser, or a copy of it. */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
  readonly handle?: string;
}

/** What WebDriver keeps in a document for whoever has this, until the document is gone. */
export interface Handle {
  readonly handle: string;
}

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** WebDriver BiDi without Puppeteer's classes, which do not know the popup, the background or the browser's own windows. */
export class Bidi {
  readonly #connection: Connection;

  constructor(browser: Browser) {
    // Puppeteer has the connection, but not in its types.
    this.#connection = (browser as unknown as { readonly connection: Connection }).connection;
  }

  /** Sends one command. @see https://w3c.github.io/webdriver-bidi/ */
  async send<T = unknown>(method: string, params: object): Promise<T> {
    return (await this.#connection.send(method, params)).result as T;
  }

  /** All contexts of a kind: `content` = tabs and windows of pages, `chrome` = the browser's own windows. */
  async contexts(scope: 'content' | 'chrome'): Promise<readonly Context[]> {
    const tree = await this.send<{ contexts: readonly Context[] }>('browsingContext.getTree', {
      'moz:scope': scope,
      maxDepth: 0,
    });
    return tree.contexts;
  }

  /** Lists the frames right inside a context. */
  async frames(root: string): Promise<readonly Context[]> {
    const tree = await this.send<{ contexts: readonly { readonly children: readonly Context[] | null }[] }>(
      'browsingContext.getTree',
      { root, maxDepth: 1 },
    );
    return tree.contexts[0]?.children ?? [];
  }

  /** Calls the function that `declaration` is, in a context's main world. */
  call(
    context: string,
    declaration: string,
    args: readonly object[] = [],
    serializationOptions: object = {},
  ): Promise<RemoteValue> {
    return this.#call(context, declaration, { arguments: args, serializationOptions });
  }

  /**
   * Calls the function that `declaration` is in a context's main world, and has what it gives kept there: {@link call} takes the
   * handle as an argument.
   *
   * @throws from whoever uses the handle, with `no such handle`, when the document is gone
   */
  async keep(context: string, declaration: string): Promise<Handle> {
    const { handle } = await this.#call(context, declaration, { resultOwnership: 'root' });
    if (handle === undefined) throw new Error('A plain value is not kept');
    return { handle };
  }

  async #call(context: string, declaration: string, options: object): Promise<RemoteValue> {
    const answer = await this.send<Evaluated>('script.callFunction', {
      functionDeclaration: declaration,
      target: { context },
      awaitPromise: true,
      ...options,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }
}
