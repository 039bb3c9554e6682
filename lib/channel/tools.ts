/** What can be seen and done in the channel of the tab in front. */
import type { ChannelRole } from './role.ts';

/** Who may write in a chat, and how often. */
export interface ChatModes {
  /** Seconds between two messages of one chatter; `null`: as fast as they can. */
  readonly slow: number | null;
  /** Minutes that a chatter must have followed; 0: since just now will do; `null`: nobody needs to follow. */
  readonly followers: number | null;
  readonly subscribers: boolean;
  readonly emotes: boolean;
  /** No message twice. */
  readonly unique: boolean;
}

/** A change of some modes. */
export type ModeChange = { readonly [Name in keyof ChatModes]?: ChatModes[Name] | undefined };

/** The name of a mode. */
export type ModeName = keyof ChatModes;

/** The lengths that are offered, in the order in which they stand. Seconds. */
export const slowChoices: readonly (number | null)[] = [null, 3, 5, 10, 20, 30, 60, 120];

/** Minutes. */
export const followerChoices: readonly (number | null)[] = [null, 0, 10, 60, 1_440, 10_080, 43_200, 129_600];

/** What is known of a channel, seen by the account that acts there. */
export interface ChannelView {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly avatarUrl?: string;
  readonly role: ChannelRole;
  /** Since when the account follows it, Unix epoch milliseconds; absent: it does not. */
  readonly followedAt?: number;
  readonly modes: ChatModes;
  /** Absent: not known, since the account has not allowed to look. */
  readonly shield?: boolean;
}

/** Something to do in the channel. */
export type ToolWish =
  | { readonly tool: 'modes'; readonly change: ModeChange }
  | { readonly tool: 'shield'; readonly on: boolean }
  | { readonly tool: 'clip' }
  | { readonly tool: 'mark'; readonly description: string };

/** The name of a tool. */
export type ToolName = ToolWish['tool'];

/** What would take `wish` back, seen from how the channel is now; `undefined` where nothing does. */
export function inverseOf(wish: ToolWish, { modes, shield }: ChannelView): ToolWish | undefined {
  switch (wish.tool) {
    case 'modes': {
      const names = Object.keys(wish.change) as ModeName[];
      return { tool: 'modes', change: Object.fromEntries(names.map((name) => [name, modes[name]])) };
    }
    case 'shield':
      return shield === undefined || shield === wish.on ? undefined : { tool: 'shield', on: shield };
    case 'clip':
    case 'mark':
      return undefined;
  }
}

/** `choices`, with `now` in its place where it is none of them. */
export function choicesWith(
  choices: readonly (number | null)[],
  now: number | null,
): readonly (number | null)[] {
  if (choices.includes(now)) return choices;
  return [...choices, now].toSorted((a, b) => (a ?? -1) - (b ?? -1));
}
