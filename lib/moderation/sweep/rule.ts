/** What a sweep looks for, and whom that hits. Pure. */
import { type ChatMessage, chatterKey } from '../../chat/message.ts';
import { messageKinds } from '../action.ts';
import type { Protected } from '../protect.ts';
import { alike, likenessTo, plain } from './likeness.ts';
import type { SweepKind } from './sweep.ts';

/** A line that is remembered. */
export interface Said {
  readonly message: ChatMessage;
  /** When it was said, or else seen, Unix epoch ms. */
  readonly at: number;
}

/** The kinds of rules, in the order in which they are offered. */
export const ruleKinds = ['like', 'words', 'first', 'names', 'hand'] as const;

/** See {@link ruleKinds}. */
export type RuleKind = (typeof ruleKinds)[number];

/** One rule: lines like a text, lines with words in them (`*` stands for anything), those who write here for the first time, names that begin so, or people chosen by hand. */
export type SweepRule =
  | { readonly by: 'like' | 'words' | 'names'; readonly text: string }
  | { readonly by: 'first' }
  /** See `chatterKey`. */
  | { readonly by: 'hand'; readonly chatters: ReadonlySet<string> };

/** Why somebody is left out: protected as everywhere, distinguished by the channel or the platform, or nobody is sure who it is. */
export type Spared = Protected | 'vip' | 'verified' | 'unsure';

/** One chatter whom a rule finds. */
export interface Hit {
  readonly key: string;
  /** Their newest line that it finds. */
  readonly message: ChatMessage;
  /** All of those, oldest first. */
  readonly lines: readonly ChatMessage[];
  /** Present when nothing is done about them, whatever is chosen. */
  readonly spared?: Spared;
}

/** How short a text or the beginning of a name may be, in letters as `plain` has them. */
const shortest = 2;

/** Whether a rule says enough to be looked for. */
export function isWhole(rule: SweepRule): boolean {
  switch (rule.by) {
    case 'first':
      return true;
    case 'hand':
      return rule.chatters.size > 0;
    case 'like':
      return plain(rule.text) !== '';
    case 'words':
    case 'names':
      return partsOf(rule.text).join('').length >= shortest;
  }
}

/** What stands between the stars. */
const partsOf = (pattern: string): readonly string[] =>
  pattern
    .split('*')
    .map(plain)
    .filter((part) => part !== '');

/** Whether the parts stand in `text` in their order. It takes as long as reading it: no pattern can hold chat up. */
function hasInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return parts.length > 0;
}

const plains = new WeakMap<ChatMessage, string>();

/** The words of a message, plain; a preview that is open reads the same ones every second. */
function plainIn(message: ChatMessage): string {
  const known = plains.get(message) ?? plain(message.text);
  plains.set(message, known);
  return known;
}

/** Whether a message is one that `rule` looks for. */
function finderOf(rule: SweepRule): (message: ChatMessage) => boolean {
  switch (rule.by) {
    case 'first':
      return ({ first }) => first === true;
    case 'hand':
      return (message) => rule.chatters.has(chatterKey(message));
    case 'like': {
      const likenessOf = likenessTo(plain(rule.text));
      return (message) => likenessOf(plainIn(message)) >= alike;
    }
    case 'words': {
      const parts = partsOf(rule.text);
      return (message) => hasInOrder(plainIn(message), parts);
    }
    case 'names': {
      const start = partsOf(rule.text).join('');
      return ({ author: { name, login } }) =>
        start !== '' && [name, login].some((called) => plain(called).startsWith(start));
    }
  }
}

/**
 * Whom `rule` finds among what was `said` since `since` (Unix epoch ms; whoever is chosen by hand is found whenever they
 * wrote), in the order of their first line. `spare` says why somebody is left out.
 */
export function hitsOf(
  said: readonly Said[],
  rule: SweepRule,
  since: number,
  spare: (message: ChatMessage) => Spared | undefined,
): readonly Hit[] {
  if (!isWhole(rule)) return [];
  const isMeant = finderOf(rule);
  const lines = new Map<string, ChatMessage[]>();
  for (const { message, at } of said) {
    // What is pinned says nothing of who wrote it.
    if (message.pinned === true || (rule.by !== 'hand' && at < since) || !isMeant(message)) continue;
    const key = chatterKey(message);
    const known = lines.get(key);
    if (known) known.push(message);
    else lines.set(key, [message]);
  }
  return [...lines].flatMap(([key, all]) => {
    const message = all.at(-1);
    // A badge that one line lacks may stand on another.
    const spared = all.map(spare).find((why) => why !== undefined);
    return message ? [{ key, message, lines: all, ...(spared && { spared }) }] : [];
  });
}

/** `hits` with what `more` has beyond them: new chatters at the end, new lines with their author. */
export function withMore(hits: readonly Hit[], more: readonly Hit[]): readonly Hit[] {
  const newer = new Map(more.map((hit) => [hit.key, hit]));
  const known = new Set(hits.map(({ key }) => key));
  // What fell out of the memory meanwhile was shown, and stays.
  const merged = hits.map((hit) => {
    const found = newer.get(hit.key);
    const seen = new Set(hit.lines.map(({ id }) => id));
    const lines = found?.lines.filter(({ id }) => id !== undefined && !seen.has(id)) ?? [];
    const message = lines.at(-1) ?? hit.message;
    const spared = hit.spared ?? found?.spared;
    return { ...hit, message, lines: [...hit.lines, ...lines], ...(spared && { spared }) };
  });
  return [...merged, ...more.filter(({ key }) => !known.has(key))];
}

/** How many lines `more` has that `hits` has not. */
export function countMore(hits: readonly Hit[], more: readonly Hit[]): number {
  const lines = (of: readonly Hit[]): number =>
    of.reduce((sum, hit) => sum + (hit.spared ? 0 : hit.lines.length), 0);
  return lines(withMore(hits, more)) - lines(hits);
}

/**
 * What is done by `kind` about `hits` without those who are `out` (by key): a message each for what is done to messages, else a
 * chatter each. Nobody who is spared is among them, whoever was chosen.
 */
export function aimsOf(
  hits: readonly Hit[],
  out: ReadonlySet<string>,
  kind: SweepKind,
): readonly ChatMessage[] {
  return hits
    .filter(({ key, spared }) => spared === undefined && !out.has(key))
    .flatMap(({ message, lines }) => (messageKinds.has(kind) ? lines.filter(canBeTaken) : [message]));
}

/** Whether a message can be taken away: its id is certain, and it is still there. */
const canBeTaken = ({ id, doubt, deleted }: ChatMessage): boolean =>
  id !== undefined && doubt === undefined && !deleted;

/** What names like `name` may begin with: what counts them off goes. */
export function stemOf(name: string): string {
  const stem = name.replace(/[\p{N}_.-]+$/u, '');
  return plain(stem).length >= shortest + 1 ? stem : name;
}
