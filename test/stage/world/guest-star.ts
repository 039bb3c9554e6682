/** Guest Star: a call with guests beside the host. */

/** Somebody in a slot. */
export interface Guest {
  readonly userId: string;
  slotId: string;
  live: boolean;
  volume: number;
  audio: boolean;
  video: boolean;
  readonly at: number;
}

/** A call that runs. */
export interface GuestStar {
  readonly id: string;
  readonly channelId: string;
  readonly at: number;
  readonly guests: Guest[];
  /** User id → invited at. */
  readonly invites: Map<string, number>;
}

/** How a channel's calls are set up. */
export interface GuestStarSettings {
  moderatorsSendLive: boolean;
  slots: number;
  browserAudio: boolean;
  layout: string;
  token: string;
}
