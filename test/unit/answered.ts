/** The two ends of the question to the probe, in a document that is no browser's. */
import { parseHTML } from 'linkedom';
import { vi } from 'vitest';

import { answersIn, type Fields } from '../../lib/pages/probe/answer.ts';

/** The facts in `json`, the answer about one element as any script of a page could have sent it, as `parse` reads them. */
export function answered<Facts>(
  parse: (fields: Fields) => Facts | undefined,
  json: unknown,
): Facts | undefined {
  const [fields] = answersIn(typeof json === 'string' ? `[${json}]` : json, 1) ?? [];
  return fields && parse(fields);
}

/** `html` as a page in which questions can be asked: linkedom lacks the events for it. */
export function askablePage(html: string): {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
} {
  const { document, window, Event, Element } = parseHTML(html);
  class InputEvent extends Event {
    readonly data: string | undefined;
    constructor(type: string, { data }: { data?: string }) {
      // linkedom captures nothing: what is caught on its way down in a browser is caught on its way up here.
      super(type, { bubbles: true });
      this.data = data;
    }
  }
  for (const [name, value] of Object.entries({ Element, InputEvent })) vi.stubGlobal(name, value);
  return { document, window };
}
