import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import { LineMarks, type MarkReasons } from '../../components/in-page/people/line-marks.ts';
import type { ChatMessage } from '../../lib/chat/message.ts';

const message: ChatMessage = {
  channel: { platform: 'chzzk', login: 'c1' },
  author: { login: 'kim', name: 'kim', id: 'a1' },
  text: 'hi',
  deleted: false,
};

function begin() {
  const { document } = parseHTML('<html><body><div id="line"></div></body></html>');
  const line = document.querySelector<HTMLElement>('#line');
  if (!line) throw new Error('no line');
  let reasons: MarkReasons = { known: undefined, isWatched: true };
  const marks = new LineMarks({ document, reasons: () => reasons });
  return {
    line,
    marks,
    now: (next: MarkReasons) => (reasons = next),
    mark: () => line.querySelector('sidestage-person'),
  };
}

describe('the mark on a line of somebody who is known', () => {
  it('stays the one that it is while it says the same', () => {
    const { line, marks, mark, now } = begin();
    marks.put(line, message);
    const first = mark();
    expect(first).not.toBeNull();
    marks.put(line, message);
    expect(mark()).toBe(first);
    now({ known: { id: 'a1', login: 'kim', actions: 2 }, isWatched: true });
    marks.put(line, message);
    expect(mark()).not.toBe(first);
    expect(line.childNodes).toHaveLength(1);
    now({ known: undefined, isWatched: false });
    marks.put(line, message);
    expect(mark()).toBeNull();
  });

  it('remembers whose line it is, until it is nobody’s', () => {
    const { line, marks } = begin();
    expect(marks.messageOf(line)).toBeUndefined();
    marks.put(line, message);
    expect(marks.messageOf(line)).toBe(message);
    marks.drop(line);
    expect(marks.messageOf(line)).toBeUndefined();
  });

  it('comes back where the page dropped it', () => {
    const { line, marks, mark } = begin();
    marks.put(line, message);
    line.replaceChildren();
    marks.tidy();
    expect(mark()).not.toBeNull();
    line.replaceChildren();
    marks.put(line, message);
    expect(mark()).not.toBeNull();
  });

  it('goes to the next line that says the same once its own is gone, and never back', () => {
    const { line, marks, mark } = begin();
    marks.put(line, message);
    const first = mark();
    const { parentNode: chat } = line;
    line.remove();
    marks.tidy();
    const next = line.cloneNode() as HTMLElement;
    chat?.append(next);
    marks.put(next, message);
    expect(next.firstChild).toBe(first);
    // The page shows the old line again.
    chat?.append(line);
    marks.put(line, message);
    expect(next.firstChild).toBe(first);
    expect(mark()).not.toBeNull();
    expect(mark()).not.toBe(first);
  });
});
