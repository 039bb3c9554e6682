/** Whose lines are marked in a channel: those of whom something was written down, and those who were acted upon. */
import type { ChatMessage } from '../chat/message.ts';
import type { LoggedAction } from '../moderation/action.ts';
import type { Known, PersonRecord } from './person.ts';

/** Kinds of action that are held against somebody. */
const against: ReadonlySet<string> = new Set<string>([
  'timeout',
  'ban',
  'warn',
  'delete',
  'quiet',
  'bar',
  'blind',
]);

/** Whether `entry` counts against the person whom it hit: what was taken back does not. */
export function countsAgainst({ action, undoneAt }: LoggedAction): boolean {
  return undoneAt === undefined && against.has(action.kind);
}

/** The longest first line of a note that goes with a mark. */
const firstLine = 120;

/** A note in one line, without the signs of its Markdown. */
export function noteInBrief(note: string): string {
  const line = note.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const plain = line.replace(/^\s*(?:#{1,3}|[-*])\s+/, '').replace(/\*\*|`/g, '');
  return plain.length > firstLine ? `${plain.slice(0, firstLine - 1)}…` : plain;
}

/** Everybody who is known, from what was written down and from the log of one channel. */
export function knownPeople(
  records: readonly PersonRecord[],
  entries: readonly LoggedAction[],
): readonly Known[] {
  const people = new Map<string, Known>();
  for (const { userId, login, nickname, note } of records) {
    people.set(userId, {
      id: userId,
      login,
      ...(nickname !== undefined && { nickname }),
      ...(note !== undefined && { note: noteInBrief(note) }),
      actions: 0,
    });
  }
  for (const entry of entries) {
    const { id, login } = entry.action.target;
    if (id === undefined || !countsAgainst(entry)) continue;
    const known = people.get(id) ?? { id, login, actions: 0 };
    people.set(id, { ...known, actions: known.actions + 1 });
  }
  return [...people.values()];
}

/** Known people, to be asked for at every line of chat. */
export class KnownBook {
  readonly #byId = new Map<string, Known>();
  /** A login that two people bore names nobody. */
  readonly #byLogin = new Map<string, Known | undefined>();

  constructor(people: readonly Known[] = []) {
    for (const known of people) {
      this.#byId.set(known.id, known);
      this.#byLogin.set(known.login, this.#byLogin.has(known.login) ? undefined : known);
    }
  }

  /**
   * The person who wrote a message. The id decides where it is known; a login alone may be somebody else's by now, and on CHZZK
   * always.
   */
  find({ channel, author }: Pick<ChatMessage, 'channel' | 'author'>): Known | undefined {
    if (author.id !== undefined) return this.#byId.get(author.id);
    return channel.platform === 'chzzk' ? undefined : this.#byLogin.get(author.login);
  }
}
