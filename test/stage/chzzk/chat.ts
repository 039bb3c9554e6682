/** What is said in CHZZK's chats. */
import { randomUUID } from 'node:crypto';
import type { ChzzkUser } from './naver.ts';

/** One message. `at` is Unix epoch milliseconds; with the author it is what CHZZK knows a message by. */
export interface ChzzkLine {
  /** In order of coming, from 1. */
  readonly no: number;
  readonly at: number;
  readonly user: ChzzkUser;
  /** `common_user`, `streamer`, `streaming_chat_manager` … */
  readonly role: string;
  /** Emoji as `{:name:}`. */
  readonly content: string;
  /** 1 text, 10 donation. */
  readonly type: 1 | 10;
  /** Blinded. */
  hidden: boolean;
}

/** What one chat's page hears. */
export type ChzzkChatEvent =
  | { readonly what: 'line'; readonly line: ChzzkLine }
  | { readonly what: 'hidden'; readonly at: number; readonly userId: string; readonly by?: ChzzkUser }
  | { readonly what: 'pinned'; readonly pinned: ChzzkPinned | undefined };

/** What stands above a chat, and who put it there. */
export interface ChzzkPinned {
  readonly line: ChzzkLine;
  readonly by: ChzzkUser;
}

/** The switches of the page; pages loaded from now on have them. */
export interface ChzzkPageOptions {
  /** Which generation of class names: that before June 2026, or that since. */
  readonly names: 'long' | 'short';
  /** Whether the newest line stands first in the document. */
  readonly reversed: boolean;
  /** Whether the rows' props hold the message under the name that is known; a build may rename it. */
  readonly named: boolean;
  /** So many rows there are, which show one message after the other. */
  readonly rows: number;
}

/** How a chat is set, in CHZZK's own words. */
export interface ChzzkMode {
  readonly chatAvailableGroup?: 'ALL' | 'FOLLOWER' | 'MANAGER' | 'SUBSCRIBER';
  readonly minFollowerMinute?: number;
  readonly chatSlowModeSec?: number;
  readonly chatEmojiMode?: boolean;
}

/** A message as somebody writes it. */
export interface ChzzkSaying {
  readonly from: ChzzkUser;
  readonly text: string;
  readonly role?: string;
  readonly type?: 1 | 10;
}

/** The way into one chat. */
export interface ChzzkPass {
  readonly channelId: string;
  readonly chatId: string;
  /** Whoever is logged in. */
  readonly userId: string | null;
}

/** All chats. */
export class ChzzkChat {
  options: ChzzkPageOptions = { names: 'short', reversed: true, named: true, rows: 40 };
  /** Channels whose chats are shown to nobody who is not logged in. */
  readonly adult = new Set<string>();
  /** How chats are set, where that is not as usual: fields of what is told of a broadcast. */
  readonly modes = new Map<string, ChzzkMode>();
  /** What was given out by {@link passInto}. */
  readonly passes = new Map<string, ChzzkPass>();
  readonly #broadcasts = new Map<string, number>();
  readonly #lines = new Map<string, ChzzkLine[]>();
  readonly #pinned = new Map<string, ChzzkPinned | undefined>();
  readonly #listeners = new Map<string, Set<(event: ChzzkChatEvent) => void>>();
  #lastAt = 0;

  /** The id of a channel's chat, `N` and five more. Each broadcast has another. */
  idOf(channelId: string): string {
    const before = this.#broadcasts.get(channelId) ?? 0;
    return before === 0 ? `N${channelId.slice(-5)}` : `N${before}${channelId.slice(-4)}`;
  }

  /** The next broadcast begins. */
  renew(channelId: string): void {
    this.#broadcasts.set(channelId, (this.#broadcasts.get(channelId) ?? 0) + 1);
  }

  /** Gives out what the way into a channel's chat is opened with. */
  passInto(channelId: string, user: ChzzkUser | undefined): string {
    const pass = randomUUID();
    const userId = user?.userIdHash ?? null;
    this.passes.set(pass, { channelId, chatId: this.idOf(channelId), userId });
    return pass;
  }

  /** What was said in a channel, the oldest first. */
  lines(channelId: string): readonly ChzzkLine[] {
    return this.#lines.get(channelId) ?? [];
  }

  /** Somebody writes. No two messages have the same time. */
  say(
    channelId: string,
    { from: user, text: content, role = 'common_user', type = 1 }: ChzzkSaying,
  ): ChzzkLine {
    const lines = this.#lines.get(channelId) ?? [];
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1);
    const line = { no: lines.length + 1, at: this.#lastAt, user, role, content, type, hidden: false };
    this.#lines.set(channelId, [...lines, line]);
    this.#tell(channelId, { what: 'line', line });
    return line;
  }

  /** Blinds a message; whether there is one. Who is not named did it by keeping its author quiet. */
  hide(channelId: string, userId: string, at: number, content: string, by?: ChzzkUser): boolean {
    const line = this.#find(channelId, userId, at, content);
    if (!line) return false;
    line.hidden = true;
    this.#tell(channelId, { what: 'hidden', at, userId, ...(by && { by }) });
    return true;
  }

  /** What is pinned in a channel: what its owner wrote before the evening began, until somebody changes that. */
  pinned(channelId: string): ChzzkPinned | undefined {
    if (this.#pinned.has(channelId)) return this.#pinned.get(channelId);
    const by: ChzzkUser = { userIdHash: channelId, nickname: '방송인01' };
    const content = '오늘 방송은 밤 12시까지입니다.';
    return { by, line: { no: 0, at: 1, user: by, role: 'streamer', content, type: 1, hidden: false } };
  }

  /** Pins a message in the place of the one before; whether there is one. */
  pin(channelId: string, userId: string, at: number, content: string, by: ChzzkUser): boolean {
    const line = this.#find(channelId, userId, at, content);
    if (line) this.#pin(channelId, { line, by });
    return line !== undefined;
  }

  /** Takes down what is pinned; whether anything was. */
  unpin(channelId: string): boolean {
    const isThere = this.pinned(channelId) !== undefined;
    this.#pin(channelId, undefined);
    return isThere;
  }

  #pin(channelId: string, pinned: ChzzkPinned | undefined): void {
    this.#pinned.set(channelId, pinned);
    this.#tell(channelId, { what: 'pinned', pinned });
  }

  #find(channelId: string, userId: string, at: number, content: string): ChzzkLine | undefined {
    return this.lines(channelId).find(
      (one) => one.user.userIdHash === userId && one.at === at && one.content === content,
    );
  }

  /** Blinds everything that somebody has said. */
  hideAll(channelId: string, userId: string): void {
    for (const { user, at, content, hidden } of this.lines(channelId))
      if (user.userIdHash === userId && !hidden) this.hide(channelId, userId, at, content);
  }

  /** Hears what happens in a channel's chat, until the answer is called. */
  on(channelId: string, listener: (event: ChzzkChatEvent) => void): () => void {
    const all = this.#listeners.get(channelId) ?? new Set();
    this.#listeners.set(channelId, all.add(listener));
    return () => all.delete(listener);
  }

  #tell(channelId: string, event: ChzzkChatEvent): void {
    for (const listener of this.#listeners.get(channelId) ?? []) listener(event);
  }
}
