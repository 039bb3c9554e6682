import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ChatSource, Turn } from './generator.ts';

/** Where the recorded lines stand, when they stand beside the checkout. */
const recorded = join(import.meta.dirname, '../../../../shared/platforms/twitch/irc-lines.json');

/** Whether there are recorded lines to replay. */
export function hasRecordedLines(file = recorded): boolean {
  return existsSync(file);
}

/** Says the recorded PRIVMSG lines over and over. Throws when `file` is missing or holds none. */
export class Replay implements ChatSource {
  readonly #turns: Iterator<Turn, never>;

  constructor(file = recorded) {
    const lines = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly line: string }[];
    const turns = lines.flatMap(({ line }) => turnOf(line) ?? []);
    if (turns.length === 0) throw new Error(`${file} has no chat line`);
    this.#turns = endless(turns);
  }

  next(): Turn {
    return this.#turns.next().value;
  }
}

function* endless<T>(list: readonly T[]): Generator<T, never> {
  for (;;) yield* list;
}

/** IRC's mark around what was done with /me. */
const mark = '\u0001';

const shape = /^@(?<tags>\S+) :(?<login>[^!\s]+)!\S+ PRIVMSG #\S+ :(?<text>.*)$/su;

/** The turn of a line as it came over IRC; nothing for other commands. */
export function turnOf(line: string): Turn | undefined {
  const found = shape.exec(line)?.groups;
  if (!found) return undefined;
  const { tags = '', login = '', text = '' } = found;
  const said = new Map(
    tags.split(';').map((tag) => {
      const at = tag.indexOf('=');
      return at < 0 ? [tag, ''] : [tag.slice(0, at), unescaped(tag.slice(at + 1))];
    }),
  );
  const displayName = said.get('display-name')?.trim() ?? '';
  const color = said.get('color') ?? '';
  const badges = Object.fromEntries(
    (said.get('badges') ?? '')
      .split(',')
      .filter(Boolean)
      .map((badge) => badge.split('/') as [string, string]),
  );
  const action = text.startsWith(`${mark}ACTION `) ? text.slice(8).replace(mark, '') : undefined;
  const chatter = { login, displayName: displayName || login, color: color || '#9ACD32', badges };
  return {
    chatter,
    saying: {
      from: login,
      displayName: chatter.displayName,
      color,
      badges,
      text: action ?? text,
      isAction: action !== undefined,
      isFirst: said.get('first-msg') === '1',
      isReturning: said.get('returning-chatter') === '1',
    },
    isReply: said.has('reply-parent-msg-id'),
  };
}

const escapes: Readonly<Record<string, string>> = { ':': ';', s: ' ', r: '\r', n: '\n', '\\': '\\' };

function unescaped(value: string): string {
  return value.replaceAll(/\\(.?)/gsu, (_, letter: string) => escapes[letter] ?? letter);
}
