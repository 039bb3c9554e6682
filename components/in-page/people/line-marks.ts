/**
 * The marks on lines of people who are known: a nickname, a note, earlier actions, a watch. They take no room, cost one map
 * look-up per line, and are drawn for the few lines that have one.
 */
import type { ChatMessage } from '../../../lib/chat/message.ts';
import type { Known } from '../../../lib/people/person.ts';
import { text } from '../../../lib/text.ts';
import { icons } from '../../icons.ts';
import style from './line-mark.css?inline';

/** Why a line is marked. */
export interface MarkReasons {
  readonly known: Known | undefined;
  readonly isWatched: boolean;
}

/** What {@link LineMarks} needs. */
export interface LineMarksParts {
  readonly document: Document;
  readonly reasons: (message: ChatMessage) => MarkReasons;
}

interface Mark {
  readonly host: HTMLElement;
  readonly line: WeakRef<HTMLElement>;
}

const tag = 'sidestage-person';
const svg = 'http://www.w3.org/2000/svg';

/** One mark for each line of a known person. */
export class LineMarks {
  readonly #parts: LineMarksParts;
  readonly #byLine = new WeakMap<HTMLElement, { readonly host: HTMLElement; readonly says: string }>();
  /** Whose lines they are, as they were read last. */
  readonly #messages = new WeakMap<HTMLElement, ChatMessage>();
  /** What stands in the page. */
  #marks: Mark[] = [];

  constructor(parts: LineMarksParts) {
    this.#parts = parts;
  }

  /** Marks `line`, or takes its mark away. One that says the same already stays as it is. */
  put(line: HTMLElement, message: ChatMessage): void {
    this.#messages.set(line, message);
    const words = wordsOf(this.#parts.reasons(message));
    const says = JSON.stringify(words);
    const before = this.#byLine.get(line);
    if (before?.says === says && before.host.parentNode === line) return;
    this.#unmark(line);
    if (words.icons.length === 0 && words.nickname === undefined) return;
    const host = drawMark(this.#parts.document, words);
    this.#byLine.set(line, { host, says });
    line.append(host);
    this.#marks.push({ host, line: new WeakRef(line) });
  }

  /** The message in `line`, if it was ever to be marked. */
  messageOf(line: HTMLElement): ChatMessage | undefined {
    return this.#messages.get(line);
  }

  /** Nobody's message stands in `line` any more. */
  drop(line: HTMLElement): void {
    this.#messages.delete(line);
    this.#unmark(line);
  }

  #unmark(line: HTMLElement): void {
    this.#byLine.get(line)?.host.remove();
    this.#byLine.delete(line);
  }

  /** Puts marks back that the page dropped when it drew their line anew, and forgets those whose line is gone. */
  tidy(): void {
    if (this.#marks.length === 0) return;
    this.#marks = this.#marks.filter(({ host, line: held }) => {
      if (host.isConnected) return true;
      const line = held.deref();
      // Another mark has taken its place, or none has.
      if (!line?.isConnected || this.#byLine.get(line)?.host !== host) return false;
      line.append(host);
      return true;
    });
  }

  /** Takes all marks out of the page. */
  clear(): void {
    for (const { host } of this.#marks) host.remove();
    this.#marks = [];
  }
}

type Sign = 'eye' | 'flag' | 'note';

interface MarkWords {
  readonly icons: readonly (readonly [Sign, words: string])[];
  readonly nickname?: string;
}

function wordsOf({ known, isWatched }: MarkReasons): MarkWords {
  return {
    icons: [
      ...(isWatched ? ([['eye', text('markWatched')]] as const) : []),
      ...(known && known.actions > 0 ? ([['flag', text('markActions', known.actions)]] as const) : []),
      ...(known?.note !== undefined ? ([['note', text('markNote', known.note)]] as const) : []),
    ],
    ...(known?.nickname !== undefined && { nickname: known.nickname }),
  };
}

function drawMark(document: Document, { icons: signs, nickname }: MarkWords): HTMLElement {
  const host = document.createElement(tag);
  host.lang = text('languageTag');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  shadow.append(sheet);
  const all = signs.map(([, words]) => words).join('. ');
  if (signs.length > 0) {
    const place = document.createElement('span');
    place.className = 'signs';
    place.role = 'img';
    place.ariaLabel = all;
    place.title = all;
    // One sign, the most urgent: more would not fit beside a line of one row. All of them are in its words.
    const [[name] = ['flag' as const]] = signs;
    place.append(drawIcon(document, name));
    shadow.append(place);
  }
  if (nickname !== undefined) {
    const place = document.createElement('bdi');
    place.className = 'nickname';
    place.title = text('markNickname', nickname);
    place.textContent = nickname;
    shadow.append(place);
  }
  return host;
}

function drawIcon(document: Document, name: Sign): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  picture.setAttribute('viewBox', '0 0 20 20');
  picture.setAttribute('data-icon', name);
  path.setAttribute('d', icons[name]);
  picture.append(path);
  return picture;
}
