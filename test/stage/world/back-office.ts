/** What only apps, organizations and extensions see: conduits, drops, extensions, teams, Power-ups. */
import type { GuestStar, GuestStarSettings } from './guest-star.ts';

/** A conduit of a client's. Shards by their id, as they are shown. */
export interface Conduit {
  readonly id: string;
  readonly clientId: string;
  shardCount: number;
  readonly shards: Map<string, Readonly<Record<string, unknown>>>;
}

/** Something that a viewer earned by watching. */
export interface Drop {
  readonly id: string;
  readonly benefitId: string;
  readonly userId: string;
  readonly gameId: string;
  readonly at: number;
  status: 'CLAIMED' | 'FULFILLED';
}

/** A team of channels. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly info: string;
  readonly createdAt: number;
  readonly memberIds: readonly string[];
}

/** The back office of a world. */
export class BackOffice {
  readonly conduits: Conduit[] = [];
  /** Client ids that belong to an organization. */
  readonly organizations = new Set<string>();
  readonly drops: Drop[] = [];
  readonly teams: Team[] = [];
  readonly powerUps: {
    readonly id: string;
    readonly channelId: string;
    readonly title: string;
    readonly bits: number;
  }[] = [];
  /** Segment and channel → what an extension keeps there. */
  readonly extensionConfig = new Map<string, Readonly<Record<string, unknown>>>();
  readonly extensionSecrets: {
    readonly content: string;
    readonly activeAt: number;
    readonly expiresAt: number;
  }[] = [];
  /** User id → (slot → extension). */
  readonly activeExtensions = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();
  /** Channel id → call that runs. */
  readonly guestStars = new Map<string, GuestStar>();
  readonly #guestStarSettings = new Map<string, GuestStarSettings>();

  guestStarSettings(channelId: string): GuestStarSettings {
    const found = this.#guestStarSettings.get(channelId) ?? {
      moderatorsSendLive: true,
      slots: 4,
      browserAudio: true,
      layout: 'TILED_LAYOUT',
      token: crypto.randomUUID(),
    };
    this.#guestStarSettings.set(channelId, found);
    return found;
  }
}
