/**
 * The marks on lines of people who are known: a nickname, a note, earlier actions, a watch. They take no room, cost one map
 * look-up per line, and are drawn for the few lines that have one.
 */
import type { ChatMessage } from '../../../lib/chat/message.ts';
import type { Known } from '../../../lib/people/person.ts';
import { text } from '../../../lib/text.ts';
import { icons } from '../../icons.ts';

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

/** How somebody's marks look. */
interface Look {
  /** The same words make the same mark. */
  readonly says: string;
  /** What is copied: its element, and what stands in that; absent where there is nothing to say. */
  readonly drawn: { readonly host: HTMLElement; readonly inside: DocumentFragment } | undefined;
  /** Marks with this look whose lines are gone: the next line takes one of them, which is cheaper than to make one. */
  readonly spare: HTMLElement[];
}

interface Mark {
  readonly host: HTMLElement;
  readonly line: WeakRef<HTMLElement>;
  readonly look: Look;
}

/** Spare marks that are kept of one look. */
const spareAtMost = 20;

const tag = 'sidestage-person';
const svg = 'http://www.w3.org/2000/svg';

/**
 * The host has no height and stands at the line's end, so that what is drawn takes no room: the signs stand in the margin before the
 * line's last row, the nickname under it, between two lines. The styles stand on the elements themselves: a sheet in each of
 * hundreds of roots is taken in, and asked at each picture, hundreds of times.
 */
const styles = {
  host: `all: initial !important; position: relative !important; display: block !important; block-size: 0 !important;
    font: 600 10px/12px system-ui, sans-serif !important;`,
  signs: 'position: absolute; bottom: 4px; inset-inline-start: -12px;',
  sign: `display: block; inline-size: 12px; block-size: 12px; fill: none; stroke-width: 2; stroke-linecap: round;
    stroke-linejoin: round;`,
  nickname: `position: absolute; bottom: -10px; inset-inline-end: 18px; z-index: 1; max-inline-size: 45%; padding: 0 5px;
    overflow: hidden; border-radius: 99px; text-overflow: ellipsis; white-space: nowrap; color: #221602; background: #f4b33c;`,
} as const;

const colours = { eye: '#3b82d6', flag: '#d0334f', note: '#b26a00' } as const;

/** Of whom nothing is known. */
const nobody = {};

/** One mark for each line of a known person. */
export class LineMarks {
  readonly #parts: LineMarksParts;
  readonly #byLine = new WeakMap<HTMLElement, { readonly host: HTMLElement; readonly says: string }>();
  /** Whose lines they are, as they were read last. */
  readonly #messages = new WeakMap<HTMLElement, ChatMessage>();
  /** Somebody known → how their marks look, without a watch and with one: most of their lines follow another of theirs. */
  readonly #looks = new WeakMap<object, [plain?: Look, watched?: Look]>();
  /** What stands in the page. */
  #marks: Mark[] = [];

  constructor(parts: LineMarksParts) {
    this.#parts = parts;
  }

  /** Marks `line`, or takes its mark away. One that says the same already stays as it is. */
  put(line: HTMLElement, message: ChatMessage): void {
    this.#messages.set(line, message);
    const look = this.#lookOf(this.#parts.reasons(message));
    const { says, drawn } = look;
    const before = this.#byLine.get(line);
    if (before ? before.says === says && before.host.parentNode === line : !drawn) return;
    this.#unmark(line);
    if (!drawn) return;
    const host = look.spare.pop() ?? made(drawn);
    this.#byLine.set(line, { host, says });
    line.append(host);
    this.#marks.push({ host, line: new WeakRef(line), look });
  }

  #lookOf(reasons: MarkReasons): Look {
    const { known = nobody, isWatched } = reasons;
    const looks = this.#looks.get(known) ?? [];
    this.#looks.set(known, looks);
    return (looks[isWatched ? 1 : 0] ??= lookOf(this.#parts.document, wordsOf(reasons)));
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
    this.#marks = this.#marks.filter(({ host, line: held, look }) => {
      if (host.isConnected) return true;
      const line = held.deref();
      const isOfLine = line !== undefined && this.#byLine.get(line)?.host === host;
      if (isOfLine && line.isConnected) {
        line.append(host);
        return true;
      }
      // A line that comes back is marked anew, and must not take this one from where it is then.
      if (isOfLine) this.#byLine.delete(line);
      if (look.spare.length < spareAtMost) look.spare.push(host);
      return false;
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

function made({ host: empty, inside }: NonNullable<Look['drawn']>): HTMLElement {
  const host = empty.cloneNode() as HTMLElement;
  host.attachShadow({ mode: 'closed' }).append(inside.cloneNode(true));
  return host;
}

function lookOf(document: Document, words: MarkWords): Look {
  const { icons: signs, nickname } = words;
  const says = JSON.stringify(words);
  if (signs.length === 0 && nickname === undefined) return { says, drawn: undefined, spare: [] };
  const host = document.createElement(tag);
  host.lang = text('languageTag');
  host.style.cssText = styles.host;
  const inside = document.createDocumentFragment();
  const all = signs.map(([, words]) => words).join('. ');
  if (signs.length > 0) {
    const place = document.createElement('span');
    place.style.cssText = styles.signs;
    place.role = 'img';
    place.ariaLabel = all;
    place.title = all;
    // One sign, the most urgent: more would not fit beside a line of one row. All of them are in its words.
    const [[name] = ['flag' as const]] = signs;
    place.append(drawIcon(document, name));
    inside.append(place);
  }
  if (nickname !== undefined) {
    const place = document.createElement('bdi');
    place.style.cssText = styles.nickname;
    place.title = text('markNickname', nickname);
    place.textContent = nickname;
    inside.append(place);
  }
  return { says, drawn: { host, inside }, spare: [] };
}

function drawIcon(document: Document, name: Sign): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  picture.setAttribute('viewBox', '0 0 20 20');
  picture.style.cssText = `${styles.sign} stroke: ${colours[name]};`;
  path.setAttribute('d', icons[name]);
  picture.append(path);
  return picture;
}
