import { afterEach, beforeEach } from 'vitest';
import type { Reply } from '../stage/ask.ts';
import type { Token } from '../stage/oauth/authority.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import type { User } from '../stage/world/records.ts';

/** A stage of a test's own, and who is there. */
export interface HelixStage {
  readonly stage: Stage;
  /** Of Stagehand, with what a moderator may do. */
  readonly mod: Token;
  /** The channel that Stagehand moderates. */
  readonly main: User;
  readonly viewer: User;
}

/** Starts a stage before each test and ends it after; it is read in the tests only. */
export function helixStage(): HelixStage {
  let now: HelixStage;
  beforeEach(async () => {
    const stage = await startStage();
    const mod = stage.drive.token('stagehand', [
      'user:read:follows',
      'moderator:manage:banned_users',
      'moderator:manage:chat_messages',
      'moderator:manage:announcements',
      'moderator:manage:shoutouts',
      'moderator:manage:chat_settings',
      'moderator:manage:automod',
      'moderator:manage:unban_requests',
      'moderator:manage:warnings',
      'user:write:chat',
    ]);
    now = { stage, mod, main: stage.world.user('mainstage'), viewer: stage.world.user('plainviewer') };
  });
  afterEach(() => now.stage.close());
  return {
    get stage() {
      return now.stage;
    },
    get mod() {
      return now.mod;
    },
    get main() {
      return now.main;
    },
    get viewer() {
      return now.viewer;
    },
  };
}

/** A path with the channel and the moderator in its query. */
export function asMod(
  { main, mod }: HelixStage,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const all = { broadcaster_id: main.id, moderator_id: mod.userId ?? '', ...query };
  return `${path}?${new URLSearchParams(all).toString()}`;
}

/** What an answer lists. */
export function rows(reply: Reply): readonly Record<string, unknown>[] {
  return (reply.json as { data: readonly Record<string, unknown>[] }).data;
}

/** A refusal as Twitch words it. */
export function refused(status: number, error: string, message: string): object {
  return { status, json: { error, status, message } };
}
