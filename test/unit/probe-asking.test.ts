import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ask, askAll } from '../../lib/pages/probe/ask.ts';
import { own } from '../../lib/pages/probe/answer.ts';
import { startProbe } from '../../lib/pages/probe/probe.ts';
import { askEvent, factEvent } from '../../lib/pages/probe/wire.ts';
import { askablePage } from './answered.ts';

function elementOf(document: Document, id: string): Element {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no ${id}`);
  return element;
}

const page = askablePage('<main><p id="a"></p><p id="b"></p><p id="c"></p></main>');
const [a, b, c] = ['a', 'b', 'c'].map((id) => elementOf(page.document, id)) as [Element, Element, Element];
const idIn = (fields: Readonly<Record<string, unknown>>): unknown => own(fields, 'id');

/** Says `data` as an answer. */
const say = (data: string): boolean => page.window.dispatchEvent(new InputEvent(factEvent, { data }));

/** Answers questions by `data` until the test is over. */
function answerWith(...data: readonly string[]): void {
  const answer = (): void => {
    for (const one of data) say(one);
  };
  page.window.addEventListener(askEvent, answer);
  takeBack.push(() => page.window.removeEventListener(askEvent, answer));
}
const takeBack: (() => void)[] = [];

beforeEach(() => void askablePage(''));
afterEach(() => {
  for (const back of takeBack.splice(0)) back();
  vi.unstubAllGlobals();
});

describe('a question to the probe', () => {
  it('has no answer where there is no probe, or nothing to ask about', () => {
    expect(ask(a, idIn)).toBeUndefined();
    expect(askAll([a, b], idIn)).toEqual([undefined, undefined]);
    expect(askAll([], idIn)).toEqual([]);
  });

  it('is about many elements, of which each has its own answer', () => {
    answerWith('[{"id":"a"},null,{"id":"c"}]');
    expect(askAll([a, b, c], idIn)).toEqual(['a', undefined, 'c']);
  });

  it.each([
    '[{"id":"a"}]',
    '[{"id":"a"},{"id":"b"},{"id":"c"}]',
    '{"id":"a"}',
    '[',
    `[{},"${'x'.repeat(40_000)}"]`,
  ])('is not answered by what is no answer about all of them: %.20s', (data) => {
    answerWith(data);
    expect(askAll([a, b], idIn)).toEqual([undefined, undefined]);
  });

  it('is answered by the first answer', () => {
    answerWith('[', '[{"id":"first"}]', '[{"id":"second"}]');
    expect(ask(a, idIn)).toBe('first');
  });

  it('hears nobody who was not asked', () => {
    const heard = vi.fn(idIn);
    answerWith('[{"id":"asked"}]');
    ask(a, heard);
    say('[{"id":"shouted"}]');
    expect(heard.mock.results.map(({ value }): unknown => value)).toEqual(['asked']);
    for (const back of takeBack.splice(0)) back();
    expect(ask(a, heard)).toBeUndefined();
  });
});

describe('the probe', () => {
  it('tells what it finds at each element, and nothing of one at which it stumbles', () => {
    const { document, window } = askablePage('<main><p id="a"></p><p id="b"></p><p id="c"></p></main>');
    startProbe(window, ({ id }) => {
      if (id === 'b') throw new Error('a getter of the page’s');
      return { id };
    });
    expect(askAll([...document.querySelectorAll('p')], idIn)).toEqual(['a', undefined, 'c']);
  });

  it('lets no script of the page see the question', () => {
    const { document, window } = askablePage('<main><p id="a"></p></main>');
    startProbe(window, () => ({}));
    const seen = vi.fn();
    window.addEventListener(askEvent, seen);
    ask(elementOf(document, 'a'), idIn);
    expect(seen).not.toHaveBeenCalled();
  });
});
