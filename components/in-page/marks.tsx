/** The marks on the lines that were acted upon, here or elsewhere. A line owns its mark only loosely: the page may draw it anew at any time. */
import type { VNode } from 'preact';

import { type ChatMessage, messageKey } from '../../lib/chat/message.ts';
import { TooltipLayer } from '../Tooltip.tsx';
import { createRoot, type Root } from './root.ts';
import { lineStyles } from './styles.ts';

interface Mark {
  readonly root: Root;
  readonly line: WeakRef<HTMLElement>;
}

/** What {@link Marks} needs. */
export interface MarksParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
}

/** One mark for each message that was acted upon and stands in the page. */
export class Marks {
  readonly #parts: MarksParts;
  /** Message → its mark. */
  readonly #marks = new Map<string, Mark>();
  /** Line → the message of the mark that it was given last. */
  readonly #given = new WeakMap<HTMLElement, string>();
  #covered: HTMLElement | undefined;

  constructor(parts: MarksParts) {
    this.#parts = parts;
  }

  /** Draws `what` about `message`; on `line` if given, else where its mark stands. */
  put(message: ChatMessage, what: VNode, line?: HTMLElement): void {
    const key = messageKey(message);
    const known = this.#marks.get(key);
    const place = line ?? known?.line.deref();
    if (!place?.isConnected) return;
    this.read(place, message);
    const { document, theme } = this.#parts;
    const root = known?.root ?? createRoot(document, 'sidestage-mark', lineStyles);
    this.#marks.set(key, { root, line: new WeakRef(place) });
    this.#given.set(place, key);
    root.theme(theme());
    root.draw(
      <div class="ss-line-mark">
        {what}
        <TooltipLayer />
      </div>,
    );
    root.host.hidden = place === this.#covered;
    if (root.host.parentNode !== place) place.append(root.host);
  }

  /** `line` shows `message` now: the mark of another one that stood there is taken off. */
  read(line: HTMLElement, message: ChatMessage | undefined): void {
    const key = this.#given.get(line);
    if (key === undefined || (message && messageKey(message) === key)) return;
    this.#given.delete(line);
    const mark = this.#marks.get(key);
    if (mark?.line.deref() !== line) return;
    mark.root.remove();
    this.#marks.delete(key);
  }

  /** Takes the mark about `message` away. */
  drop(message: ChatMessage): void {
    const key = messageKey(message);
    this.#marks.get(key)?.root.remove();
    this.#marks.delete(key);
  }

  /** The toolbar stands at `line` now and shows its mark itself. */
  cover(line: HTMLElement | undefined): void {
    this.#covered = line;
    for (const { root, line: place } of this.#marks.values()) root.host.hidden = place.deref() === line;
  }

  /** Puts marks back that the page dropped when it drew their line anew, and forgets those whose line is gone. */
  tidy(): void {
    for (const [key, { root, line }] of this.#marks) {
      if (root.host.isConnected) continue;
      const place = line.deref();
      if (place?.isConnected) place.append(root.host);
      else {
        root.remove();
        this.#marks.delete(key);
      }
    }
  }

  /** Takes all marks out of the page. */
  clear(): void {
    for (const { root } of this.#marks.values()) root.remove();
    this.#marks.clear();
  }
}
